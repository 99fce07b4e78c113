package org.fengong.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.ReceivedEvent;
import org.junit.jupiter.api.Test;

/** From a request to a topic and from a topic to the task, through a real broker. */
@QuarkusTest
@TestProfile(TaskEventsIT.WithRelay.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskEventsIT {
    private static final String ASSIGNMENT = "fengong.allocation.assignment.v1";
    private static final String ASSIGNED = "fengong.allocation.task-assigned.v1";
    private static final String ORGANISATION = "fengong.members.organisation.v1";
    private static final String TEAM_CHANGED = "fengong.members.team-changed.v1";

    public static class WithRelay implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.outbox.relay", "true");
        }
    }

    @Test
    void sendsEachEventOfATaskInOrderAndForgetsItThen() throws Exception {
        var team = team();
        var task = task(team);
        lead(team)
                .body("""
                        {"roleId": "%s", "memberId": "%s", "date": "2026-01-05", "minutes": 30}""".formatted(task.roleId(0), team.memberId()))
                .post(Company.TASKS + "/{id}/work-logs", task.id())
                .then()
                .statusCode(201);
        lead(team).post(Company.TASKS + "/{id}/complete", task.id()).then().statusCode(200);

        var events = records(TasksTopics.TASK, task.id(), 3);

        assertThat(events)
                .extracting(e -> header(e, CloudEvent.TYPE))
                .containsExactly(
                        "fengong.tasks.task-created.v1",
                        "fengong.tasks.task-status-changed.v1",
                        "fengong.tasks.task-completed.v1");
        for (var event : events) {
            assertThat(header(event, CloudEvent.SOURCE)).isEqualTo("/tasks-service");
            assertThat(header(event, CloudEvent.SUBJECT)).isEqualTo(task.id().toString());
            EventContracts.assertFits(header(event, CloudEvent.TYPE), json(event));
        }
        var logged = records(TasksTopics.WORK, task.id(), 1).get(0);
        assertThat(header(logged, CloudEvent.TYPE)).isEqualTo("fengong.tasks.work-logged.v1");
        EventContracts.assertFits(header(logged, CloudEvent.TYPE), json(logged));
        await().untilAsserted(() -> assertThat(OutboxRows.of(task.id())).isEmpty());
    }

    @Test
    void putsAPoisonAssignmentAsideAndTakesTheNext() {
        var team = team();
        var task = task(team);
        var assigned = ReceivedEvent.example(ASSIGNED).put("taskId", task.id().toString());
        for (int i = 0; i < 2; i++) {
            ((ObjectNode) assigned.path("assignments").get(i))
                    .put("roleId", task.roleId(i).toString());
        }

        send(
                // one key, so one partition: what comes next stands behind the poison
                event(ASSIGNMENT, task.id(), ASSIGNED, "{\"taskId\":"),
                event(ASSIGNMENT, task.id(), ASSIGNED, "{\"taskId\": \"%s\"}".formatted(task.id())),
                event(ASSIGNMENT, task.id(), ASSIGNED, assigned.toString()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> readTask(task).answer().then().body("status", equalTo("ASSIGNED")));
        var dead = records(ASSIGNMENT + ".tasks-service.dlq", task.id(), 2);
        assertThat(dead).hasSize(2);
        assertThat(dead).extracting(e -> header(e, CloudEvent.TYPE)).containsOnly(ASSIGNED);
        assertThat(dead)
                .extracting(e -> header(e, "dead-letter-reason"))
                .allSatisfy(reason -> assertThat(reason).contains("not as its schema says"));
        var told = records(TasksTopics.TASK, task.id(), 2).get(1);
        assertThat(header(told, CloudEvent.TYPE)).isEqualTo("fengong.tasks.task-status-changed.v1");
    }

    @Test
    void takesANewTeamFromItsTopicAndItsTasksAtOnce() {
        var team = new Company.Team(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        var changed = ReceivedEvent.example(TEAM_CHANGED)
                .put("teamId", team.id().toString())
                .put("leadId", team.leadId().toString());
        lead(team).body(Company.taskBody(team, "{}")).post(Company.TASKS).then().statusCode(422);

        send(event(ORGANISATION, team.id(), TEAM_CHANGED, changed.toString()));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> lead(team)
                        .body(Company.taskBody(team, "{}"))
                        .post(Company.TASKS)
                        .then()
                        .statusCode(201));
    }

    @SafeVarargs
    private static void send(ProducerRecord<String, byte[]>... events) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", LocalStack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (var event : events) {
                producer.send(event);
            }
        }
    }

    private static ProducerRecord<String, byte[]> event(String topic, UUID key, String type, String data) {
        var result = new ProducerRecord<>(topic, key.toString(), data.getBytes(StandardCharsets.UTF_8));
        ReceivedEvent.of(type, data).headers().forEach(result.headers()::add);
        return result;
    }

    /** Reads the topic from its start until there are as many records of the key as expected. */
    private static List<ConsumerRecord<String, byte[]>> records(String topic, UUID key, int expected) {
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
                return found.size() >= expected;
            });
        }
        return found;
    }

    private static JsonNode json(ConsumerRecord<String, byte[]> received) throws JsonProcessingException {
        return new ObjectMapper().readTree(new String(received.value(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> received, String name) {
        return new String(received.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
