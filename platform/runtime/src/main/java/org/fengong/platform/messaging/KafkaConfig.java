package org.fengong.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is said about Kafka beside Kafka's own settings ({@code kafka.*}). */
@ConfigMapping(prefix = "fengong.kafka")
public interface KafkaConfig {
    /** Start although the brokers are spoken to without encryption: for a private network only. */
    @WithDefault("false")
    boolean allowPlaintext();
}
