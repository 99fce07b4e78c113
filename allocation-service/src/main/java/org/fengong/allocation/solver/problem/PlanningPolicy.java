package org.fengong.allocation.solver.problem;

import java.time.Duration;

/**
 * How a team plans.
 *
 * @param maxLoadPercent how much of a member's week the engine may fill
 * @param stepBudget search steps; 0 = as many as the size of the problem asks for
 * @param wallClockCeiling cuts the search whatever its steps; a plan that was cut says so
 * @param maxChanges how many published roles may at most get another member or start week, or nobody; null = any number.
 *     Roles that had nobody do not count
 */
public record PlanningPolicy(
        PolicyWeights weights,
        int maxLoadPercent,
        long seed,
        long stepBudget,
        Duration wallClockCeiling,
        Integer maxChanges) {

    public PlanningPolicy {
        Check.that(weights != null, "The policy has no weights.");
        Check.range(maxLoadPercent, 1, 200, "maxLoadPercent");
        Check.that(stepBudget >= 0, "stepBudget is " + stepBudget + ", it must not be negative.");
        Check.that(
                wallClockCeiling != null && !wallClockCeiling.isNegative() && !wallClockCeiling.isZero(),
                "wallClockCeiling must be a positive duration.");
        Check.that(maxChanges == null || maxChanges >= 0, "maxChanges is " + maxChanges + ", it must not be negative.");
    }

    /** Minutes of a member's week that the engine may fill. */
    public int loadLimit(int capacityMinutes) {
        return (int) ((long) capacityMinutes * maxLoadPercent / 100);
    }

    public static PlanningPolicy standard() {
        return new PlanningPolicy(PolicyWeights.standard(), 100, 1, 0, Duration.ofSeconds(60), null);
    }

    public PlanningPolicy withWeights(PolicyWeights other) {
        return new PlanningPolicy(other, maxLoadPercent, seed, stepBudget, wallClockCeiling, maxChanges);
    }

    public PlanningPolicy withMaxLoadPercent(int other) {
        return new PlanningPolicy(weights, other, seed, stepBudget, wallClockCeiling, maxChanges);
    }

    public PlanningPolicy withSeed(long other) {
        return new PlanningPolicy(weights, maxLoadPercent, other, stepBudget, wallClockCeiling, maxChanges);
    }

    public PlanningPolicy withStepBudget(long other) {
        return new PlanningPolicy(weights, maxLoadPercent, seed, other, wallClockCeiling, maxChanges);
    }

    public PlanningPolicy withWallClockCeiling(Duration other) {
        return new PlanningPolicy(weights, maxLoadPercent, seed, stepBudget, other, maxChanges);
    }

    public PlanningPolicy withMaxChanges(Integer other) {
        return new PlanningPolicy(weights, maxLoadPercent, seed, stepBudget, wallClockCeiling, other);
    }
}
