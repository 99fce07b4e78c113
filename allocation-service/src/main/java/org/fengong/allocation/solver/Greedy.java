package org.fengong.allocation.solver;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A plan at once: task after task, the most important first among those whose predecessors are placed, each role with the
 * option that adds least to the whole cost.
 */
final class Greedy {
    private final Model model;
    private final Options options;
    private final Prices prices;
    private final State state;

    private Greedy(Model model, Prices prices) {
        this.model = model;
        this.options = model.options();
        this.prices = prices;
        this.state = new State(model);
    }

    /** @param prices of the members' weeks: full weeks are left to those who need them */
    static State plan(Model model, Prices prices) {
        var greedy = new Greedy(model, prices);
        greedy.placeAll();
        return greedy.state;
    }

    private void placeAll() {
        int[] importance = inheritedImportance();
        int count = model.tasks().size();
        int[] waits = new int[count];
        PriorityQueue<Integer> ready = new PriorityQueue<>(Comparator.comparing((Integer t) -> -importance[t])
                .thenComparing(t -> model.tasks().get(t).dueWeek())
                .thenComparing(t -> t));
        for (int t = 0; t < count; t++) {
            waits[t] = model.predecessors()[t].length;
            if (waits[t] == 0) {
                ready.add(t);
            }
        }
        while (!ready.isEmpty()) {
            int t = ready.remove();
            placeTask(t);
            if (state.taskComplete(t)) {
                for (int next : model.successors()[t]) {
                    if (--waits[next] == 0) {
                        ready.add(next);
                    }
                }
            }
        }
    }

    /** A task is as important as the most important one that waits for it. */
    private int[] inheritedImportance() {
        int[] importance = new int[model.tasks().size()];
        for (int t = importance.length - 1; t >= 0; t--) {
            importance[t] = model.tasks().get(t).importance();
            for (int next : model.successors()[t]) {
                importance[t] = Math.max(importance[t], importance[next]);
            }
        }
        return importance;
    }

    private void placeTask(int task) {
        int from = model.firstRole()[task];
        int to = model.firstRole()[task + 1];
        if (!model.tasks().get(task).together() || to - from < 2) {
            placeRoles(from, to, -1);
            return;
        }
        int bestWeek = -1;
        long bestCost = state.cost();
        for (int week = 0; week < model.weeks(); week++) {
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
                if ((week < 0 || options.start[o] == week) && state.fits(o) && state.allowed(r, o)) {
                    long cost = state.costOf(r, o) + prices.ofWeeks(o);
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
