package org.fengong.allocation.briefing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of briefings. */
@ConfigMapping(prefix = "fengong.briefing")
interface BriefingConfig {
    /** Working days after the day of a change until the end of which a member should have acknowledged it. */
    @WithDefault("2")
    int workingDays();

    /** Whether this replica tells leads of briefings that were not acknowledged in time. */
    @WithDefault("true")
    boolean remind();
}
