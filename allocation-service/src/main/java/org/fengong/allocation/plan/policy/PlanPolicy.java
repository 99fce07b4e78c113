package org.fengong.allocation.plan.policy;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.solver.problem.FairnessStep;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PolicyWeights;

/**
 * What a plan weighs otherwise than by default. Weights are percent of the standard weight: 100 as it is, 200 twice as
 * much, 0 not at all; absent leaves the standard.
 *
 * @param maxLoadRatio part of a member's week that the plan may fill; default 1.0
 */
@Schema(name = "PlanPolicy")
public record PlanPolicy(
        @Min(0) @Max(1000) Integer fitWeight,
        @Min(0) @Max(1000) Integer interestWeight,
        @Min(0) @Max(1000) Integer latenessWeight,
        @Min(0) @Max(1000) Integer fairnessWeight,
        @Min(0) @Max(1000) Integer changeWeight,
        @Min(0) @Max(1000) Integer goalWeight,
        @Min(0) @Max(1000) Integer crossDepartmentWeight,
        @Min(0) @Max(1000) Integer unassignedWeight,
        @DecimalMin("0.1") @DecimalMax("2.0") Double maxLoadRatio) {
    public static final PlanPolicy STANDARD = new PlanPolicy(null, null, null, null, null, null, null, null, null);

    public PlanningPolicy forEngine(long seed, Duration ceiling) {
        var standard = PolicyWeights.standard();
        var fairness = fairnessWeight != null && fairnessWeight == 0
                ? java.util.List.<FairnessStep>of()
                : standard.fairness().stream()
                        .map(step -> new FairnessStep(
                                step.loadPercent(), Math.max(1, scaled(step.costPerMinute(), fairnessWeight))))
                        .toList();
        var weights = new PolicyWeights(
                scaled(standard.fit(), fitWeight),
                scaled(standard.interest(), interestWeight),
                scaled(standard.lateness(), latenessWeight),
                fairness,
                scaled(standard.movedMember(), changeWeight),
                scaled(standard.movedWeek(), changeWeight),
                scaled(standard.goal(), goalWeight),
                scaled(standard.department(), crossDepartmentWeight),
                scaled(standard.unassigned(), unassignedWeight));
        return PlanningPolicy.standard()
                .withWeights(weights)
                .withMaxLoadPercent(maxLoadRatio == null ? 100 : (int) Math.round(maxLoadRatio * 100))
                .withSeed(seed)
                .withWallClockCeiling(ceiling);
    }

    private static int scaled(int standard, Integer percent) {
        return percent == null ? standard : Math.toIntExact((long) standard * percent / 100);
    }
}
