package org.fengong.review.metric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.time.Weeks;

/** All that a review measures. */
public record Metrics(
        LoadBalance loadBalance,
        Overload overload,
        SkillFit skillFit,
        Delivery delivery,
        EstimateRatio estimateRatio,
        Contributions contributions,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        DeliveryByClass deliveryByClass,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        Coordination coordination,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        FairnessOverTime fairnessOverTime,

        @Schema(nullable = true, description = "Absent from reviews that were made before it was measured.")
        PulseAverages pulse) {
    public static Metrics of(Facts facts) {
        var delivery = Delivery.of(facts);
        var skillFit = SkillFit.of(facts);
        return new Metrics(
                LoadBalance.of(facts),
                Overload.of(facts),
                skillFit,
                delivery,
                EstimateRatio.of(facts),
                Contributions.of(facts),
                DeliveryByClass.of(facts, delivery),
                Coordination.of(facts, skillFit),
                FairnessOverTime.of(facts),
                PulseAverages.of(facts.pulses(), Weeks.of(facts.today())));
    }
}
