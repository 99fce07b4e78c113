package org.fengong.allocation.solver.search;

import java.util.Arrays;
import org.fengong.allocation.solver.core.Draws;
import org.fengong.allocation.solver.core.Limits;

/**
 * Finds plans where members' time is tight: kick by kick, a few members' roles are shaken while overload costs little,
 * and put in order while it costs more and more; what has become too dear is taken back. The unit of all temperatures is
 * that of {@link ChainCosts}.
 */
final class ChainSearch {
    /** Temperatures of a kick's stages, penalties of overload in them, and how many chains each role begins. */
    private static final double HOT = 1;

    private static final double COOL = 0.1;
    private static final double LIGHT = 1.2;
    private static final double HEAVY = 2;
    private static final int STAGES = 4;
    private static final int CHAINS_PER_ROLE = 4;
    private static final int GROUP = 8;

    /** How much dearer a kick may leave the plan, from the first to the last. */
    private static final double ACCEPT_FIRST = 3;

    private static final double ACCEPT_LAST = 0.3;
    private static final int REPAIRS = 3;
    private static final int STARTS = 60;
    private static final int NODES = 400;
    private static final int NODES_OF_MANY = 40;
    private static final int MANY_ROLES = 1000;
    private static final double DESCENT = -1e-7;

    private final ChainCosts costs;
    private final ChainPlan plan;
    private final Chains chains;
    private final Draws draws;
    private final int[] order;
    private final long[] checked;
    private final int[] group = new int[GROUP];
    private final boolean[] inGroup;
    private final int[] pool;
    private int[] best;
    private long bestCost;
    private long current;

    ChainSearch(ChainCosts costs, Draws draws) {
        this.costs = costs;
        this.draws = draws;
        int count = costs.core.roles();
        plan = new ChainPlan(costs);
        chains = new Chains(plan, count < MANY_ROLES ? NODES : NODES_OF_MANY);
        order = new int[count];
        for (int i = 0; i < count; i++) {
            int at = draws.below(i + 1);
            order[i] = order[at];
            order[at] = i;
        }
        checked = new long[count];
        inGroup = new boolean[costs.places];
        pool = new int[count];
    }

    /** What the search tells of itself: of each better plan. */
    interface Watch {
        void better(long steps, int[] plan, long cost);
    }

    /** Looks for a feasible plan, from the one in which everything has its cheapest place. */
    void start() {
        double factor = LIGHT;
        for (int i = 0; i < STARTS; i++, factor *= 1.3) {
            plan.penalise(factor);
            Arrays.fill(checked, -1);
            descend();
            if (plan.feasible()) {
                break;
            }
            for (int k = 0; k < order.length / 4; k++) {
                heated(draws.below(order.length), 0.2 * costs.unit);
            }
        }
        plan.leaveOutOverload();
        plan.mark();
        current = plan.cost();
        keep();
    }

    long bestCost() {
        return bestCost;
    }

    /** @return by role its option */
    int[] best() {
        return best;
    }

    long steps() {
        return chains.nodes();
    }

    /**
     * Kicks until the steps are done.
     *
     * @param until the number of steps at which it ends; {@code of} the number at which the search will have ended
     */
    void run(long until, long of, long proven, Limits limits, Watch watch) {
        while (chains.nodes() < until && order.length > 0 && bestCost > proven && !limits.reached(chains.nodes())) {
            double part = chains.nodes() / (double) of;
            double acceptance = costs.unit * ACCEPT_FIRST * StrictMath.pow(ACCEPT_LAST / ACCEPT_FIRST, part);
            kick();
            if (plan.feasible() && plan.cost() < bestCost) {
                keep();
                watch.better(chains.nodes(), best, bestCost);
            }
            if (plan.feasible() && plan.cost() <= current + acceptance * draws.exponential()) {
                plan.mark();
                current = plan.cost();
            } else {
                plan.backToMark();
                // As it was: nothing to gain anywhere.
                Arrays.fill(checked, chains.clock());
            }
        }
    }

    private void keep() {
        best = plan.options();
        bestCost = plan.cost();
    }

    private void kick() {
        int size = drawPool();
        double factor = LIGHT;
        for (int stage = 0; stage < STAGES; stage++) {
            double part = stage / (double) STAGES;
            double temperature = costs.unit * HOT * StrictMath.pow(COOL / HOT, part);
            factor = LIGHT * StrictMath.pow(HEAVY / LIGHT, part);
            plan.penalise(factor);
            for (int i = 0; i < CHAINS_PER_ROLE * size; i++) {
                heated(pool[draws.below(size)], temperature);
            }
        }
        factor = HEAVY;
        plan.penalise(factor);
        descend();
        for (int i = 0; i < REPAIRS && !plan.feasible(); i++) {
            factor *= 2;
            plan.penalise(factor);
            for (int p = 0; p < costs.nobody; p++) {
                if (plan.left[p] < 0) {
                    chains.touch(p);
                }
            }
            descend();
        }
    }

    /** Members that compete for the same roles, and all their roles. @return how many roles */
    private int drawPool() {
        int members = 1;
        group[0] = plan.place[draws.below(order.length)];
        inGroup[group[0]] = true;
        for (int tries = 0; members < GROUP && tries < 8 * GROUP; tries++) {
            int from = group[draws.below(members)];
            if (plan.count[from] > 0) {
                int role = plan.roles[from][draws.below(plan.count[from])];
                int[] near = costs.candidates[role];
                int place = near[draws.below(Math.min(4, near.length))];
                if (!inGroup[place]) {
                    inGroup[place] = true;
                    group[members++] = place;
                }
            }
        }
        int size = 0;
        for (int g = 0; g < members; g++) {
            int place = group[g];
            inGroup[place] = false;
            System.arraycopy(plan.roles[place], 0, pool, size, plan.count[place]);
            size += plan.count[place];
        }
        return size;
    }

    private void heated(int role, double temperature) {
        int[] near = costs.candidates[role];
        chains.make(role, near[draws.below(near.length)], temperature * draws.exponential(), temperature);
    }

    /** Until no chain from any role saves anything. */
    private void descend() {
        int at = order.length == 0 ? 0 : draws.below(order.length);
        for (int idle = 0; idle < order.length; idle++) {
            int role = order[at];
            at = at + 1 < order.length ? at + 1 : 0;
            long now = chains.clock();
            if (improve(role)) {
                idle = -1;
            } else {
                checked[role] = now;
            }
        }
    }

    private boolean improve(int role) {
        boolean left = chains.changedSince(plan.place[role], checked[role]);
        for (int place : costs.candidates[role]) {
            if ((left || chains.changedSince(place, checked[role]))
                    && chains.make(role, place, DESCENT, 0.1 * costs.unit)) {
                return true;
            }
        }
        return false;
    }
}
