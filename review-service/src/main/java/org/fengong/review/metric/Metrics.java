package org.fengong.review.metric;

/** All that a review measures. */
public record Metrics(
        LoadBalance loadBalance,
        Overload overload,
        SkillFit skillFit,
        Delivery delivery,
        EstimateRatio estimateRatio,
        Contributions contributions) {
    public static Metrics of(Facts facts) {
        return new Metrics(
                LoadBalance.of(facts),
                Overload.of(facts),
                SkillFit.of(facts),
                Delivery.of(facts),
                EstimateRatio.of(facts),
                Contributions.of(facts));
    }
}
