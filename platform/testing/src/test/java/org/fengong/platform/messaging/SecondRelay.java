package org.fengong.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Another replica's relay on the same database. */
@ApplicationScoped
public class SecondRelay {
    private final OutboxConfig config;
    private final DataSource dataSource;
    private final String bootstrapServers;
    private final MeterRegistry metrics;

    SecondRelay(
            OutboxConfig config,
            DataSource dataSource,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            MeterRegistry metrics) {
        this.config = config;
        this.dataSource = dataSource;
        this.bootstrapServers = bootstrapServers;
        this.metrics = metrics;
    }

    public AutoCloseable start() {
        var relay = new OutboxRelay(config, dataSource, bootstrapServers, "platform-test", metrics);
        relay.start(null);
        return () -> relay.stop(null);
    }
}
