package org.fengong.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import javax.sql.DataSource;

/** Another replica's relay on the same database. */
@ApplicationScoped
public class SecondRelay {
    private final OutboxConfig config;
    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final MeterRegistry metrics;

    SecondRelay(
            OutboxConfig config,
            DataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry metrics) {
        this.config = config;
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.metrics = metrics;
    }

    public AutoCloseable start() {
        var relay = new OutboxRelay(config, dataSource, kafka, "platform-test", metrics);
        relay.start(null);
        return () -> relay.stop(null);
    }
}
