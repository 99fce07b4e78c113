package org.fengong.platform.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Imports of tables. */
@ConfigMapping(prefix = "fengong.imports")
public interface ImportConfig {
    /** Whether this replica takes rows in; one that does not still accepts files. */
    @WithDefault("true")
    boolean run();

    /** Imports that a replica works on at once. */
    @WithDefault("1")
    int threads();

    /** Largest number of rows of a file. */
    @WithDefault("100000")
    int maxRows();

    /** Things that are judged or stored in one transaction. */
    @WithDefault("500")
    int chunk();

    /** How often a replica looks for imports to take over. */
    @WithDefault("1s")
    Duration poll();

    /** How often a working replica shows that it is alive; after four missed signs another takes over. */
    @WithDefault("10s")
    Duration heartbeat();

    /** How long the answers to rows are kept. */
    @WithDefault("30d")
    Duration keep();
}
