package org.fengong.allocation.solver.problem;

/**
 * From {@code loadPercent} of the capacity on, each minute of load costs {@code costPerMinute} more; steps above each
 * other make the convex function of load.
 */
public record FairnessStep(int loadPercent, int costPerMinute) {
    public FairnessStep {
        Check.range(loadPercent, 0, 1000, "loadPercent of a fairness step");
        Check.range(costPerMinute, 1, 100_000, "costPerMinute of a fairness step");
    }
}
