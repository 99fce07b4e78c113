package org.fengong.allocation.solver.core;

/** The unfairness of a member's load: Σ steps costPerMinute · max(0, load − threshold), convex in the load. */
public final class Fairness {
    private final int steps;
    private final long[] costPerMinute;

    /** Of member m, step k: {@code thresholds[m * steps + k]}, ascending in k, in minutes of load. */
    private final long[] thresholds;

    public Fairness(long[] costPerMinute, long[] thresholds) {
        steps = costPerMinute.length;
        this.costPerMinute = costPerMinute;
        this.thresholds = thresholds;
    }

    public long cost(int member, long load) {
        long cost = 0;
        for (int k = 0; k < steps; k++) {
            long over = load - thresholds[member * steps + k];
            if (over <= 0) {
                break;
            }
            cost += over * costPerMinute[k];
        }
        return cost;
    }

    /** How many thresholds each member has. */
    public int steps() {
        return steps;
    }

    public long threshold(int member, int step) {
        return thresholds[member * steps + step];
    }
}
