package org.fengong.allocation.solver.bound;

import org.fengong.allocation.solver.core.Core;
import org.fengong.allocation.solver.core.Fairness;

/** The cheapest load of a member when each minute of it earns a price. */
final class LoadCost {
    private LoadCost() {}

    /**
     * The load L that minimises unfairness(L) − price · L between {@code least} and a full member. The function is convex
     * and bends at the thresholds only, so one of those, or an end, is the minimum.
     *
     * @param price in 1/{@value Prices#SCALE} cost units per minute
     */
    static long bestLoad(Core core, int member, long least, long price) {
        Fairness fairness = core.fairness();
        long full = core.fullLoad(member);
        long best = least;
        long bestCost = fairness.cost(member, least) * Prices.SCALE;
        for (int k = 0; k <= fairness.steps(); k++) {
            long at = k == fairness.steps() ? full : fairness.threshold(member, k);
            if (at > least && at <= full) {
                long cost = fairness.cost(member, at) * Prices.SCALE - price * (at - least);
                if (cost < bestCost) {
                    bestCost = cost;
                    best = at;
                }
            }
        }
        return best;
    }
}
