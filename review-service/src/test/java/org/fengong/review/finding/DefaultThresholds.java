package org.fengong.review.finding;

import io.smallrye.config.SmallRyeConfigBuilder;

/** The thresholds as they are documented, for tests without a container. */
public final class DefaultThresholds {
    private DefaultThresholds() {}

    static Thresholds thresholds() {
        return new SmallRyeConfigBuilder().withMapping(Thresholds.class).build().getConfigMapping(Thresholds.class);
    }

    public static FindingRules rules() {
        return new FindingRules(thresholds());
    }
}
