package org.fengong.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the outbox relay. */
@ConfigMapping(prefix = "fengong.outbox")
public interface OutboxConfig {
    /** Whether this service sends its outbox itself; off where Debezium reads the table. */
    @WithDefault("true")
    boolean relay();

    /** Longest time an event waits when the database's notification is lost. */
    @WithDefault("2s")
    Duration poll();

    /** Pause after a failure of the broker or the database. */
    @WithDefault("1s")
    Duration retry();

    /** Events sent between two reads of the table. */
    @WithDefault("500")
    int batch();
}
