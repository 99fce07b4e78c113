package org.fengong.allocation.coverage;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the watch over skill gaps. */
@ConfigMapping(prefix = "fengong.coverage")
public interface CoverageConfig {
    /** Whether this replica looks for new skill gaps when members or tasks change. */
    @WithDefault("true")
    boolean watch();

    /** How long changes of a team are collected before its coverage is looked at. */
    @WithDefault("15s")
    Duration window();
}
