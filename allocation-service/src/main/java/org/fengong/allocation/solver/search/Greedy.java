package org.fengong.allocation.solver.search;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.fengong.allocation.solver.bound.Prices;
import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Options;
import org.fengong.allocation.solver.core.State;

/**
 * A plan at once: task after task, the most important first among those whose predecessors are placed, each role with the
 * option that adds least to the whole cost.
 */
final class Greedy {
    private final Core core;
    private final Options options;
    private final Prices prices;
    private final State state;

    private Greedy(Core core, Prices prices) {
        this.core = core;
        this.options = core.options();
        this.prices = prices;
        this.state = new State(core);
    }

    /** @param prices of the members' weeks: full weeks are left to those who need them */
    static State plan(Core core, Prices prices) {
        var greedy = new Greedy(core, prices);
        greedy.placeAll();
        return greedy.state;
    }

    private void placeAll() {
        double[] urgency = inheritedUrgency();
        int count = core.tasks();
        int[] waits = new int[count];
        PriorityQueue<Integer> ready = new PriorityQueue<>(
                Comparator.comparing((Integer t) -> -urgency[t]).thenComparing(t -> t));
        for (int t = 0; t < count; t++) {
            waits[t] = core.predecessors()[t].length;
            if (waits[t] == 0) {
                ready.add(t);
            }
        }
        while (!ready.isEmpty()) {
            int t = ready.remove();
            placeTask(t);
            if (state.taskComplete(t)) {
                for (int next : core.successors()[t]) {
                    if (--waits[next] == 0) {
                        ready.add(next);
                    }
                }
            }
        }
    }

    /** What a task's roles cost per minute with nobody; no task is less urgent than one that waits for it. */
    private double[] inheritedUrgency() {
        double[] urgency = new double[core.tasks()];
        for (int t = urgency.length - 1; t >= 0; t--) {
            for (int r = core.firstRole()[t]; r < core.firstRole()[t + 1]; r++) {
                if (!options.none(r)) {
                    int effort = options.effort(options.first[r]);
                    urgency[t] = Math.max(urgency[t], core.nobodyCost()[r] / (double) Math.max(1, effort));
                }
            }
            for (int next : core.successors()[t]) {
                urgency[t] = Math.max(urgency[t], urgency[next]);
            }
        }
        return urgency;
    }

    private void placeTask(int task) {
        int from = core.firstRole()[task];
        int to = core.firstRole()[task + 1];
        if (!core.together()[task] || to - from < 2) {
            placeRoles(from, to, -1);
            return;
        }
        int bestWeek = -1;
        long bestCost = state.cost();
        for (int week = 0; week < core.weeks(); week++) {
            placeRoles(from, to, week);
            if (state.cost() < bestCost) {
                bestCost = state.cost();
                bestWeek = week;
            }
            for (int r = from; r < to; r++) {
                if (state.option[r] != State.NOBODY) {
                    state.remove(r);
                }
            }
        }
        if (bestWeek >= 0) {
            placeRoles(from, to, bestWeek);
        }
    }

    private void placeRoles(int from, int to, int week) {
        for (int r = from; r < to; r++) {
            int best = State.NOBODY;
            long bestCost = 0;
            for (int o = options.first[r]; o < options.first[r + 1]; o++) {
                if ((week < 0 || options.start(o) == week) && state.fits(o) && state.allowed(r, o)) {
                    long cost = state.costOf(r, o) + prices.ofWeeks(r, o);
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = o;
                    }
                }
            }
            if (best != State.NOBODY) {
                state.place(r, best);
            }
        }
    }
}
