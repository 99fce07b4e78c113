package org.fengong.allocation.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the background solving. */
@ConfigMapping(prefix = "fengong.planning")
public interface PlanningConfig {
    /** Whether this replica solves plans. */
    @WithDefault("true")
    boolean solve();

    /** Plans solved at the same time by this replica. */
    @WithDefault("1")
    int threads();

    /** Longest search for one plan. */
    @WithDefault("30s")
    Duration wallClockCeiling();

    /** Streams of plans' progress open at the same time at this replica. */
    @WithDefault("100")
    int eventStreams();

    /** How long the question that a plan answered is kept after the plan has lost its use; it can be replayed until then. */
    @WithDefault("365d")
    Duration inputRetention();

    /** How long a plan waits for task versions that it must see. */
    @WithDefault("10s")
    Duration mustSeePatience();

    /** Whether a draft is made of itself when news hits what is planned, or lets a role that nobody has find somebody. */
    @WithDefault("true")
    boolean repairs();

    /** How long news of a team is collected before such a draft is made. */
    @WithDefault("30s")
    Duration repairWindow();

    /** How often waiting plans are looked for. */
    @WithDefault("500ms")
    Duration poll();

    /** Sign of life of a running job; after four missed ones another replica takes it over. */
    @WithDefault("2s")
    Duration heartbeat();
}
