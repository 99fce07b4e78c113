package org.fengong.allocation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.fengong.platform.messaging.CloudEvent;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.ReceivedEvent;
import org.junit.jupiter.api.Test;

/** On the real broker: what can never take effect is put aside, and what follows it takes effect. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class DeadLettersTest {
    private static final String TOPIC = "fengong.tasks.task.v1";
    private static final String DEAD_LETTERS = "fengong.tasks.task.v1.allocation-service.dlq";
    private static final String TYPE = "fengong.tasks.task-created.v1";

    @Inject
    SnapshotReader reader;

    @Test
    void putsAPoisonEventAsideWithItsCauseAndTakesTheNext() {
        var id = UUID.randomUUID();
        var example = ReceivedEvent.example(TYPE).put("taskId", id.toString()).toString();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", LocalStack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(event(id, "{\"taskId\": \"no id\"}"));
            producer.send(event(id, example)); // the same key: the same partition, behind the poison
        }

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                QuarkusTransaction.requiringNew().call(() -> reader.tasks(Set.of(id))))
                        .containsKey(id));
        var dead = deadLetter(id);
        assertThat(new String(dead.value(), StandardCharsets.UTF_8)).isEqualTo("{\"taskId\": \"no id\"}");
        assertThat(header(dead, "dead-letter-reason")).contains("not as its schema says");
        assertThat(header(dead, CloudEvent.TYPE)).isEqualTo(TYPE);
    }

    private static ProducerRecord<String, byte[]> event(UUID key, String data) {
        var told = ReceivedEvent.of(TYPE, data);
        return new ProducerRecord<>(TOPIC, null, key.toString(), told.value(), told.headers());
    }

    private static ConsumerRecord<String, byte[]> deadLetter(UUID key) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", LocalStack.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(DEAD_LETTERS));
            return await().atMost(Duration.ofSeconds(20))
                    .until(
                            () -> {
                                for (var record : consumer.poll(Duration.ofMillis(200))) {
                                    if (key.toString().equals(record.key())) {
                                        return record;
                                    }
                                }
                                return null;
                            },
                            found -> found != null);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> received, String name) {
        return new String(received.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
