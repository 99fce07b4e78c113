package org.fengong.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
    private static final String TASKS = "fengong.tasks.task.v1";
    private static final String MEMBERS = "fengong.members.member.v1";

    @Test
    void keepsRecordsBetweenStarts(@TempDir Path directory) throws Exception {
        try (var first = LocalKafka.start(directory, 0)) {
            send(first, TASKS, "kept");
        }

        try (var second = LocalKafka.start(directory, 0)) {
            assertThat(read(second, TASKS)).isEqualTo("kept");
        }
    }

    @Test
    void hasTheTopicsOfTheSuiteAndCreatesNoOther() throws Exception {
        try (var kafka = LocalKafka.startForTests();
                var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            var expected = Topics.all().stream().map(NewTopic::name).toList();
            assertThat(admin.listTopics().names().get()).containsExactlyInAnyOrderElementsOf(expected);
            var described = admin.describeTopics(Set.of(TASKS, TASKS + ".review-service.dlq"))
                    .allTopicNames()
                    .get();
            assertThat(described.get(TASKS).partitions()).hasSize(6);
            assertThat(described.get(TASKS + ".review-service.dlq").partitions())
                    .hasSize(1);
            assertThat(setting(admin, MEMBERS, "cleanup.policy")).isEqualTo("compact");
            assertThat(setting(admin, TASKS, "retention.ms")).isEqualTo("-1");
            assertThatThrownBy(() -> send(kafka, "not-of-the-suite", "lost"))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void namesThePortThatIsInUse(@TempDir Path directory) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalKafka.start(directory, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
        }
    }

    private static String setting(Admin admin, String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return admin.describeConfigs(Set.of(resource))
                .all()
                .get()
                .get(resource)
                .get(name)
                .value();
    }

    private static void send(LocalKafka kafka, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "max.block.ms", 1_000),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
        }
    }

    private static String read(LocalKafka kafka, String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            return Awaitility.await()
                    .until(() -> consumer.poll(Duration.ofMillis(100)), records -> !records.isEmpty())
                    .iterator()
                    .next()
                    .value();
        }
    }
}
