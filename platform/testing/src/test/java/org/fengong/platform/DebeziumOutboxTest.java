package org.fengong.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.debezium.data.Envelope;
import io.debezium.data.Json;
import io.debezium.data.Uuid;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.StringConverter;
import org.apache.kafka.connect.transforms.Transformation;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.RepositoryFiles;
import org.junit.jupiter.api.Test;

/** Operators may switch the relay off and let Debezium read the outbox: nobody who listens sees a difference. */
@QuarkusTest
@TestProfile(OutboxRelayTest.WithRelay.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class DebeziumOutboxTest {
    private static final String TOPIC = "fengong.tasks.goal.v1";

    private static final Schema ROW = SchemaBuilder.struct()
            .name("review.public.outbox.Value")
            .optional()
            .field("id", Uuid.schema())
            .field("aggregatetype", Schema.STRING_SCHEMA)
            .field("aggregateid", Schema.STRING_SCHEMA)
            .field("type", Schema.STRING_SCHEMA)
            .field("payload", Json.schema())
            .field("ce_time", Schema.STRING_SCHEMA)
            .field("traceparent", Schema.STRING_SCHEMA)
            .field("position", Schema.INT64_SCHEMA)
            .build();

    record Renamed(String title, int version) {}

    /** What a listener sees of a record. */
    record Seen(String topic, String key, Map<String, String> headers, String value) {}

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entityManager;

    @Test
    void sendsWhatTheRelaySends() throws IOException {
        var key = UUID.randomUUID();
        var row = QuarkusTransaction.requiringNew().call(() -> {
            outbox.append(TOPIC, key, "fengong.test.renamed.v1", new Renamed("Wachstum für 2027 · 成長", 3));
            return rowOf(key);
        });

        var byDebezium = route(change(row));

        assertThat(byDebezium)
                .isEqualTo(seen(OutboxRelayTest.records(TOPIC, key, 1).get(0)));
    }

    @Test
    void doesNotTellThatTheRelayDeletedARow() throws IOException {
        var key = UUID.randomUUID();
        var row = QuarkusTransaction.requiringNew().call(() -> {
            outbox.append(TOPIC, key, "fengong.test.renamed.v1", new Renamed("Gone", 4));
            return rowOf(key);
        });

        var routed = transform(deletion(row));

        assertThat(routed).isNull();
    }

    private Struct rowOf(UUID key) {
        var row = (Tuple) entityManager
                .createNativeQuery(
                        "select id::text id, aggregatetype, aggregateid, type, payload::text payload, ce_time,"
                                + " traceparent, position from outbox where aggregateid = ?1",
                        Tuple.class)
                .setParameter(1, key.toString())
                .getSingleResult();
        var struct = new Struct(ROW);
        ROW.fields().forEach(field -> struct.put(field, row.get(field.name())));
        return struct;
    }

    private static SourceRecord change(Struct row) {
        return record(row, ENVELOPE.create(row, source(), Instant.now()));
    }

    private static SourceRecord deletion(Struct row) {
        return record(row, ENVELOPE.delete(row, source(), Instant.now()));
    }

    private static final Envelope ENVELOPE = Envelope.defineSchema()
            .withName("review.public.outbox.Envelope")
            .withRecord(ROW)
            .withSource(SchemaBuilder.struct()
                    .name("io.debezium.connector.postgresql.Source")
                    .field("ts_ms", Schema.INT64_SCHEMA)
                    .build())
            .build();

    private static Struct source() {
        return new Struct(ENVELOPE.schema().field(Envelope.FieldName.SOURCE).schema())
                .put("ts_ms", Instant.now().toEpochMilli());
    }

    private static SourceRecord record(Struct row, Struct envelope) {
        return new SourceRecord(
                Map.of(),
                Map.of(),
                "review.public.outbox",
                Schema.STRING_SCHEMA,
                row.getString("id"),
                ENVELOPE.schema(),
                envelope);
    }

    private static SourceRecord transform(SourceRecord record) throws IOException {
        var result = record;
        for (var step : transformations()) {
            result = result == null ? null : step.apply(result);
            step.close();
        }
        return result;
    }

    /** As Kafka Connect makes them of the published configuration. */
    private static List<Transformation<SourceRecord>> transformations() throws IOException {
        var file = new Properties();
        try (var reader =
                Files.newBufferedReader(RepositoryFiles.root().resolve("contracts/events/debezium.properties"))) {
            file.load(reader);
        }
        file.setProperty("transforms.source.value.literal", "/platform-test");
        var steps = new ArrayList<Transformation<SourceRecord>>();
        for (var name : file.getProperty("transforms").split(",")) {
            var prefix = "transforms." + name + ".";
            var settings = file.stringPropertyNames().stream()
                    .filter(property -> property.startsWith(prefix))
                    .collect(Collectors.toMap(property -> property.substring(prefix.length()), file::getProperty));
            steps.add(instance(settings.get("type")));
            steps.get(steps.size() - 1).configure(settings);
        }
        return steps;
    }

    @SuppressWarnings("unchecked")
    private static Transformation<SourceRecord> instance(String type) {
        try {
            return (Transformation<SourceRecord>)
                    Class.forName(type).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Seen route(SourceRecord change) throws IOException {
        var routed = transform(change);
        try (var converter = new StringConverter()) {
            var headers = new TreeMap<String, String>();
            routed.headers()
                    .forEach(h -> headers.put(
                            h.key(),
                            text(converter.fromConnectHeader(routed.topic(), h.key(), h.schema(), h.value()))));
            return new Seen(
                    routed.topic(),
                    text(converter.fromConnectData(routed.topic(), routed.keySchema(), routed.key())),
                    headers,
                    text(converter.fromConnectData(routed.topic(), routed.valueSchema(), routed.value())));
        }
    }

    private static Seen seen(ConsumerRecord<String, byte[]> received) {
        var headers = new TreeMap<String, String>();
        received.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return new Seen(received.topic(), received.key(), headers, text(received.value()));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
