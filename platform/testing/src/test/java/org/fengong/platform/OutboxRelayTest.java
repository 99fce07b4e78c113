package org.fengong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fengong.platform.messaging.CloudEvent;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.messaging.SecondRelay;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Meanwhile;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.Test;

/** From the outbox through a real broker into the inbox of a consumer. */
@QuarkusTest
@TestProfile(OutboxRelayTest.WithRelay.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "review"))
class OutboxRelayTest {
    private static final String TOPIC = "fengong.tasks.goal.v1";
    private static final String CONSUMED_TOPIC = "fengong.tasks.task.v1";
    private static final String DEAD_LETTERS = "fengong.tasks.task.v1.review-service.dlq";

    public static class WithRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.outbox.relay", "true");
        }
    }

    record Step(int number) {}

    @Inject
    Outbox outbox;

    @Inject
    EntityManager entityManager;

    @Inject
    DataSource dataSource;

    @Inject
    SecondRelay secondRelay;

    @Test
    void sendsTheEnvelopeOfCloudEvents() {
        var key = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.append(TOPIC, key, "fengong.test.step.v1", new Step(1)));

        var received = records(TOPIC, key, 1).get(0);

        assertThat(header(received, CloudEvent.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(header(received, CloudEvent.TYPE)).isEqualTo("fengong.test.step.v1");
        assertThat(header(received, CloudEvent.SOURCE)).isEqualTo("/platform-test");
        assertThat(header(received, CloudEvent.SUBJECT)).isEqualTo(key.toString());
        assertThat(UUID.fromString(header(received, CloudEvent.ID)).version()).isEqualTo(7);
        assertThat(header(received, CloudEvent.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(header(received, CloudEvent.TRACEPARENT)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(new String(received.value(), StandardCharsets.UTF_8)).contains("\"number\"");
        await().untilAsserted(() -> assertThat(OutboxRows.of(key)).isEmpty());
    }

    @Test
    void keepsTheOrderOfEachAggregateWithTwoRelays() throws Exception {
        var keys = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();
        var second = secondRelay.start();
        try {
            var writers = keys.stream()
                    .map(key -> Meanwhile.run(() -> IntStream.range(0, 40)
                            .forEach(number -> QuarkusTransaction.requiringNew()
                                    .run(() -> outbox.append(TOPIC, key, "fengong.test.step.v1", new Step(number))))))
                    .toList();
            // the leading relay loses its session in the middle; the other one takes over
            await().until(() -> writers.stream().anyMatch(CompletableFuture::isDone));
            terminateOneRelay();
            writers.forEach(CompletableFuture::join);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(OutboxRows.count()).isZero());
        } finally {
            second.close();
        }

        for (var key : keys) {
            var numbers = records(TOPIC, key, 40).stream()
                    .map(r -> new String(r.value(), StandardCharsets.UTF_8).replaceAll("\\D", ""))
                    .map(Integer::valueOf)
                    .distinct() // a relay that dies after sending sends again; the inbox takes it once
                    .toList();
            assertThat(numbers)
                    .containsExactlyElementsOf(IntStream.range(0, 40).boxed().toList());
        }
    }

    @Test
    void skipsNothingWhenPositionsCommitOutOfOrder() throws Exception {
        var late = UUID.randomUUID();
        var early = UUID.randomUUID();
        QuarkusTransaction.begin();
        outbox.append(TOPIC, late, "fengong.test.step.v1", new Step(1));
        Meanwhile.run(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.append(TOPIC, early, "fengong.test.step.v1", new Step(2))))
                .join();
        assertThat(records(TOPIC, early, 1)).hasSize(1);

        QuarkusTransaction.commit();

        assertThat(records(TOPIC, late, 1)).hasSize(1);
    }

    @Test
    void takesAnEventOnceHoweverOftenItComes() {
        var note = UUID.randomUUID();
        var data = "{\"noteId\":\"%s\",\"stars\":4,\"version\":1,\"aNewField\":true}".formatted(note);
        var id = UUID.randomUUID().toString();
        try (var producer = producer()) {
            producer.send(event(note, id, NoteResource.TYPE, data));
            producer.send(event(note, id, NoteResource.TYPE, data));
            producer.send(event(note, UUID.randomUUID().toString(), NoteResource.TYPE, data));
        }

        await().untilAsserted(() -> assertThat(effects(note)).isEqualTo(2));
    }

    @Test
    void putsAPoisonEventAsideWithItsCauseAndGoesOn() {
        var note = UUID.randomUUID();
        var poison = UUID.randomUUID();
        try (var producer = producer()) {
            producer.send(event(poison, UUID.randomUUID().toString(), NoteResource.TYPE, "{\"noteId\":"));
            producer.send(event(poison, UUID.randomUUID().toString(), NoteResource.TYPE, "{}"));
            producer.send(event(poison, UUID.randomUUID().toString(), "fengong.test.unknown.v1", "{}"));
            producer.send(new ProducerRecord<>(CONSUMED_TOPIC, poison.toString(), new byte[0]));
            producer.send(event(
                    note,
                    UUID.randomUUID().toString(),
                    NoteResource.TYPE,
                    "{\"noteId\":\"%s\",\"stars\":1,\"version\":1}".formatted(note)));
        }

        await().untilAsserted(() -> assertThat(effects(note)).isEqualTo(1));
        var dead = records(DEAD_LETTERS, poison, 3);
        assertThat(dead).hasSize(3);
        assertThat(header(dead.get(0), "dead-letter-reason")).contains("not as its schema says");
        assertThat(header(dead.get(1), "dead-letter-reason")).contains("names no note");
        assertThat(header(dead.get(2), "dead-letter-reason")).contains("no header ce_type");
    }

    private int effects(UUID note) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> found = entityManager
                    .createNativeQuery("select effects from note_copy where id = :id", Integer.class)
                    .setParameter("id", note)
                    .getResultList();
            return found.isEmpty() ? 0 : (Integer) found.get(0);
        });
    }

    /** Ends the session that holds the relay's lock, as a crash of its service would. */
    private void terminateOneRelay() throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_locks"
                    + " where locktype = 'advisory' and granted and objsubid = 1 and pid <> pg_backend_pid()"
                    + " and database = (select oid from pg_database where datname = current_database())");
        }
    }

    /** Reads the topic from its start until there are as many different records of the key as expected. */
    static List<ConsumerRecord<String, byte[]>> records(String topic, UUID key, int expected) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", LocalStack.bootstrapServers());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> {
                    if (key.toString().equals(r.key())) {
                        found.add(r);
                    }
                });
                return found.stream()
                                .map(r -> new String(r.value(), StandardCharsets.UTF_8))
                                .count()
                        >= expected;
            });
        }
        return found;
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalStack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> event(UUID key, String id, String type, String data) {
        var result = new ProducerRecord<>(CONSUMED_TOPIC, key.toString(), data.getBytes(StandardCharsets.UTF_8));
        result.headers().add(CloudEvent.ID, id.getBytes(StandardCharsets.UTF_8));
        result.headers().add(CloudEvent.TYPE, type.getBytes(StandardCharsets.UTF_8));
        return result;
    }

    private static String header(ConsumerRecord<String, byte[]> received, String name) {
        return new String(received.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
