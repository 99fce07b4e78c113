package org.fengong.platform.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the history of changes. */
@ConfigMapping(prefix = "fengong.history")
public interface HistoryConfig {
    /** How long a change is kept; the latest one of each thing always is. */
    @WithDefault("1095d")
    Duration retention();
}
