package org.fengong.platform.testing;

import java.sql.SQLException;
import org.fengong.localstack.kafka.Topics;
import org.fengong.localstack.postgres.ServiceDatabases;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The images of docker-compose.yml. */
final class ContainerServers implements Servers {
    private static final String PASSWORD = "test";

    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:17")
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    ContainerServers() {
        postgres.start();
        kafka.start();
        try (var connection = postgres.createConnection("")) {
            ServiceDatabases.create(PASSWORD, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the databases cannot be created", e);
        }
        Topics.createMissing(kafka.getBootstrapServers());
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s"
                .formatted(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), database);
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
