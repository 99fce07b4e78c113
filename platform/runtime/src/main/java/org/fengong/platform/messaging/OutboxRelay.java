package org.fengong.platform.messaging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Sends the outbox to Kafka. Of all replicas one relays at a time: the one whose session holds the advisory lock. Rows go
 * in waves of at most one row per aggregate, and the next wave only starts when the broker has acknowledged the one
 * before, so the events of an aggregate never overtake each other. A row is deleted after its acknowledgement; a crash in
 * between sends it twice, which the consumers' inbox absorbs.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long ADVISORY_LOCK = 0x66656e676f6e67L; // "fengong"

    private record Row(UUID id, String topic, String key, String type, String payload, String time, String trace) {}

    private final OutboxConfig config;
    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final String source;
    private final Counter sent;
    private final Counter failed;
    private volatile boolean running;
    private Thread thread;

    OutboxRelay(
            OutboxConfig config,
            DataSource dataSource,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application,
            MeterRegistry metrics) {
        this.config = config;
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.source = "/" + application;
        this.sent = metrics.counter("fengong.outbox.sent");
        this.failed = metrics.counter("fengong.outbox.failures");
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            running = true;
            thread = new Thread(this::run, "outbox-relay");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            // the wave that is on its way arrives; only a broker or a database that is away is not waited for
            thread.join(config.poll().plusMillis(500).toMillis());
            thread.interrupt();
            thread.join(2_000);
        }
    }

    private void run() {
        while (running) {
            try (var connection = dataSource.getConnection();
                    Producer<String, byte[]> producer = new KafkaProducer<>(producerSettings())) {
                connection.setAutoCommit(true);
                relay(connection, producer);
            } catch (SQLException | KafkaException | ExecutionException e) {
                failed.increment();
                LOG.warnf("The outbox relay pauses: %s", e.getMessage());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void relay(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
        var leading = false;
        try {
            while (running) {
                leading = leading || tryLead(connection);
                if (!leading || !sendWave(connection, producer)) {
                    connection.unwrap(PGConnection.class).getNotifications((int)
                            config.poll().toMillis());
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
        } finally {
            release(connection, leading);
        }
    }

    private static boolean tryLead(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, ADVISORY_LOCK);
            try (var result = lock.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    /** The connection goes back to the pool: what the session holds must not stay with it. */
    private static void release(Connection connection, boolean leading) {
        try (var statement = connection.createStatement()) {
            statement.execute("unlisten outbox");
            if (leading) {
                statement.execute("select pg_advisory_unlock(" + ADVISORY_LOCK + ")");
            }
        } catch (SQLException e) {
            LOG.debugf("The session is gone and its lock with it: %s", e.getMessage());
        }
    }

    /** True when there may be more to send. */
    private boolean sendWave(Connection connection, Producer<String, byte[]> producer)
            throws SQLException, ExecutionException, InterruptedException {
        var wave = nextWave(connection);
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(wave.size());
        for (var row : wave) {
            acknowledgements.add(producer.send(recordOf(row)));
        }
        producer.flush();
        var acknowledged = new ArrayList<UUID>(wave.size());
        ExecutionException failure = null;
        for (int i = 0; i < wave.size(); i++) {
            try {
                acknowledgements.get(i).get();
                acknowledged.add(wave.get(i).id());
            } catch (ExecutionException e) {
                failure = e;
            }
        }
        delete(connection, acknowledged);
        sent.increment(acknowledged.size());
        if (failure != null) {
            throw failure;
        }
        return !wave.isEmpty();
    }

    /** The earliest unsent row of each aggregate, among the first of the table. */
    private List<Row> nextWave(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                "select id, aggregatetype, aggregateid, type, payload::text, ce_time, traceparent"
                        + " from outbox order by position limit ?")) {
            select.setInt(1, config.batch());
            var wave = new ArrayList<Row>();
            var aggregates = new HashSet<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    if (aggregates.add(rows.getString(3))) {
                        wave.add(new Row(
                                rows.getObject(1, UUID.class),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getString(5),
                                rows.getString(6),
                                rows.getString(7)));
                    }
                }
            }
            return wave;
        }
    }

    private static void delete(Connection connection, List<UUID> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var delete = connection.prepareStatement("delete from outbox where id = any(?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            delete.executeUpdate();
        }
    }

    private ProducerRecord<String, byte[]> recordOf(Row row) {
        var result = new ProducerRecord<>(row.topic(), row.key(), row.payload().getBytes(StandardCharsets.UTF_8));
        header(result, CloudEvent.SPEC_VERSION, "1.0");
        header(result, CloudEvent.ID, row.id().toString());
        header(result, CloudEvent.TYPE, row.type());
        header(result, CloudEvent.SOURCE, source);
        header(result, CloudEvent.TIME, row.time());
        header(result, CloudEvent.SUBJECT, row.key());
        header(result, CloudEvent.TRACEPARENT, row.trace());
        header(result, CloudEvent.CONTENT_TYPE, "application/json");
        return result;
    }

    private static void header(ProducerRecord<?, ?> target, String name, String value) {
        target.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The brokers and how to speak to them as everybody is told; the rest is what the order of events needs. */
    private Map<String, Object> producerSettings() {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "outbox-relay" + source);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return settings;
    }

    private void pause() {
        try {
            Thread.sleep(config.retry().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
