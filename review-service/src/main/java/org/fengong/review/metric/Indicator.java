package org.fengong.review.metric;

import java.util.function.Function;

/** The few numbers by which one review is compared with another. */
public enum Indicator {
    COEFFICIENT_OF_VARIATION(0, m -> m.loadBalance().coefficientOfVariation().value()),
    GINI_COEFFICIENT(0, m -> m.loadBalance().giniCoefficient().value()),
    MAX_TO_MEAN_RATIO(1, m -> m.loadBalance().maxToMeanRatio().value()),
    OVERLOADED_MEMBER_WEEKS(0, m -> m.overload().overloadedMemberWeeks().value()),
    SKILL_FIT(1, m -> m.skillFit().value()),
    ON_TIME_RATE(1, m -> m.delivery().onTimeRate().value()),
    ESTIMATE_RATIO(1, m -> m.estimateRatio().value()),
    FAIRNESS_OVER_TIME(
            1,
            m -> m.fairnessOverTime() == null
                    ? null
                    : m.fairnessOverTime().jainIndex().value()),
    HAND_OVER_DAYS(
            0,
            m -> m.coordination() == null
                    ? null
                    : m.coordination().handOver().meanDays().value()),
    CHANGED_SHARE(
            0,
            m -> m.coordination() == null
                    ? null
                    : m.coordination().stability().changedShare().value());

    private final double ideal;
    private final Function<Metrics, Double> value;

    Indicator(double ideal, Function<Metrics, Double> value) {
        this.ideal = ideal;
        this.value = value;
    }

    public String unit() {
        return switch (this) {
            case OVERLOADED_MEMBER_WEEKS -> "member-weeks";
            case HAND_OVER_DAYS -> "days";
            default -> "ratio";
        };
    }

    /** Null where the review could not measure it. */
    public Double of(Metrics metrics) {
        return value.apply(metrics);
    }

    /** True when the second value is nearer to the ideal one than the first. */
    public boolean isBetter(double before, double after) {
        return Math.abs(after - ideal) < Math.abs(before - ideal);
    }
}
