package org.fengong.review.schedule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scheduled reviews are run. */
@ConfigMapping(prefix = "fengong.review.schedules")
public interface ScheduleConfig {
    /** Whether this replica opens scheduled reviews; of all that do, one at a time works. */
    @WithDefault("true")
    boolean run();

    /** Pause between two looks at what is due by business time. */
    @WithDefault("5s")
    Duration tick();

    /** How often a replica at work shows that it lives; after four missed signs another one takes over. */
    @WithDefault("5s")
    Duration heartbeat();
}
