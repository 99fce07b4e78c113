package org.fengong.review.urgent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is found between reviews. */
@ConfigMapping(prefix = "fengong.review.urgent")
public interface UrgentConfig {
    /** A goal is at risk when the share of its time that is over exceeds its progress by more than this. */
    @WithDefault("0.25")
    double goalLag();
}
