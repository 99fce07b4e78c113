package org.fengong.allocation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.fengong.platform.messaging.MalformedEventException;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.ReceivedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the events of the other services leave here; every example is the published one. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class SnapshotConsumersTest {
    private static final String MEMBER_CHANGED = "fengong.members.member-changed.v1";
    private static final String MEMBER_ERASED = "fengong.members.member-erased.v1";
    private static final String TEAM_CHANGED = "fengong.members.team-changed.v1";
    private static final String SKILL_CHANGED = "fengong.members.skill-changed.v1";
    private static final String DEPARTMENT_CHANGED = "fengong.members.department-changed.v1";
    private static final String TASK_CHANGED = "fengong.tasks.task-changed.v1";
    private static final String GOAL_CHANGED = "fengong.tasks.goal-changed.v1";

    @Inject
    MemberEventsConsumer members;

    @Inject
    OrganisationEventsConsumer organisation;

    @Inject
    TaskEventsConsumer tasks;

    @Inject
    GoalEventsConsumer goals;

    @Inject
    WorkEventsConsumer work;

    @Inject
    SnapshotReader reader;

    @Inject
    EntityManager entityManager;

    private final UUID id = UUID.randomUUID();

    private <T> T read(Function<SnapshotReader, T> question) {
        return QuarkusTransaction.requiringNew().call(() -> question.apply(reader));
    }

    private Consumer<ConsumerRecord<String, byte[]>> consumerOf(String type) {
        if (type.startsWith("fengong.members.member-")) {
            return members::receive;
        }
        if (type.startsWith("fengong.members.")) {
            return organisation::receive;
        }
        if (type.startsWith("fengong.tasks.task-") || type.contains("comment-added")) {
            return tasks::receive;
        }
        return type.contains("work-logged") || type.contains("estimate-changed") ? work::receive : goals::receive;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fengong.members.member-registered.v1", MEMBER_CHANGED, "fengong.members.member-deactivated.v1"})
    void takesAMember(String type) {
        var example = ReceivedEvent.example(type).put("memberId", id.toString());

        members.receive(ReceivedEvent.of(type, example));

        var known = read(r -> r.member(id)).orElseThrow();
        assertThat(known.displayName()).isEqualTo(example.path("displayName").asText());
        assertThat(known.active()).isEqualTo(example.path("active").asBoolean());
        assertThat(known.skills()).hasSameSizeAs(example.path("skills"));
        assertThat(known.absences()).hasSameSizeAs(example.path("absences"));
        assertThat(known.memberships()).hasSameSizeAs(example.path("memberships"));
        assertThat(known.availabilityFactor())
                .isEqualByComparingTo(example.path("availabilityFactor").decimalValue());
    }

    @Test
    void keepsNothingOfAMemberWhoIsErased() {
        var erased = ReceivedEvent.example(MEMBER_ERASED).put("memberId", id.toString());
        var late = ReceivedEvent.example(MEMBER_CHANGED)
                .put("memberId", id.toString())
                .put("version", erased.get("version").asLong() - 1);
        members.receive(ReceivedEvent.of(MEMBER_CHANGED, late));
        var eventId = UUID.randomUUID();

        members.receive(ReceivedEvent.of(eventId, MEMBER_ERASED, erased));
        members.receive(ReceivedEvent.of(eventId, MEMBER_ERASED, erased));
        members.receive(ReceivedEvent.of(MEMBER_CHANGED, late));

        var known = read(r -> r.member(id)).orElseThrow();
        assertThat(known).isEqualTo(MemberState.erased(id, erased.get("version").asLong()));
        assertThat(known.toString()).doesNotContain(late.get("displayName").asText());
    }

    @Test
    void takesATeamWithItsLeadAndMembers() {
        var example = ReceivedEvent.example(TEAM_CHANGED).put("teamId", id.toString());

        organisation.receive(ReceivedEvent.of(TEAM_CHANGED, example));

        var known = read(r -> r.team(id)).orElseThrow();
        assertThat(known.leadId()).hasToString(example.path("leadId").asText());
        assertThat(known.members()).hasSameSizeAs(example.path("members"));
        assertThat(known.zone()).hasToString("Europe/Lisbon");
        var member = UUID.fromString(example.at("/members/0/memberId").asText());
        var teams = read(r -> r.teamsOf(member));
        assertThat(teams).contains(id);
    }

    @Test
    void takesASkill() {
        var example = ReceivedEvent.example(SKILL_CHANGED).put("skillId", id.toString());

        organisation.receive(ReceivedEvent.of(SKILL_CHANGED, example));

        var known = read(r -> r.skills(Set.of(id))).get(id);
        assertThat(known.name()).isEqualTo("Copywriting");
        assertThat(known.field()).isEqualTo("content");
    }

    @Test
    void takesADepartmentWithItsContacts() {
        var example = ReceivedEvent.example(DEPARTMENT_CHANGED).put("departmentId", id.toString());

        organisation.receive(ReceivedEvent.of(DEPARTMENT_CHANGED, example));

        var known = read(r -> r.departments(Set.of(id))).get(id);
        assertThat(known.name()).isEqualTo(example.path("name").asText());
        assertThat(known.contactIds()).hasSameSizeAs(example.path("contactIds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fengong.tasks.task-created.v1",
                TASK_CHANGED,
                "fengong.tasks.task-status-changed.v1",
                "fengong.tasks.task-completed.v1",
                "fengong.tasks.task-cancelled.v1"
            })
    void takesATask(String type) {
        var team = UUID.randomUUID();
        var example = ReceivedEvent.example(type).put("taskId", id.toString()).put("teamId", team.toString());

        tasks.receive(ReceivedEvent.of(type, example));

        var known = read(r -> r.tasks(Set.of(id))).get(id);
        assertThat(known.title()).isEqualTo(example.path("title").asText());
        assertThat(known.status()).isEqualTo(example.path("status").asText());
        assertThat(known.roles()).hasSameSizeAs(example.path("roles"));
        assertThat(known.dependsOn()).hasSameSizeAs(example.path("dependsOn"));
        var asksForTime = !Set.of("COMPLETED", "CANCELLED").contains(known.status());
        assertThat(read(r -> r.openTasks(Set.of(team))).containsKey(id)).isEqualTo(asksForTime);
    }

    @Test
    void tellsOfACommentOnceHoweverOftenItComes() {
        var example = ReceivedEvent.example("fengong.tasks.comment-added.v1").put("taskId", id.toString());
        var mentioned = UUID.fromString(example.at("/mentions/0").asText());
        ((com.fasterxml.jackson.databind.node.ArrayNode) example.get("mentions"))
                .removeAll()
                .add(id.toString());
        example.put("actor", mentioned.toString());
        var eventId = UUID.randomUUID();

        tasks.receive(ReceivedEvent.of(eventId, "fengong.tasks.comment-added.v1", example));
        tasks.receive(ReceivedEvent.of(eventId, "fengong.tasks.comment-added.v1", example));

        var told = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select count(*) from notification where member_id = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult());
        assertThat(told).isEqualTo(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fengong.tasks.goal-created.v1", GOAL_CHANGED, "fengong.tasks.key-result-measured.v1"})
    void takesAGoal(String type) {
        var example = ReceivedEvent.example(type).put("goalId", id.toString());

        goals.receive(ReceivedEvent.of(type, example));

        var known = read(r -> r.goals(Set.of(id))).get(id);
        assertThat(known.title()).isEqualTo(example.path("title").asText());
        assertThat(known.weight()).isEqualTo(example.path("weight").asInt());
        assertThat(known.keyResults()).hasSameSizeAs(example.path("keyResults"));
    }

    @Test
    void countsWorkAndEstimatesUntilTheTaskTellsMore() {
        var taskId = id.toString();
        var roleId = UUID.randomUUID();
        var task = ReceivedEvent.example("fengong.tasks.task-created.v1").put("taskId", taskId);
        ((ObjectNode) task.at("/roles/0")).put("roleId", roleId.toString()).put("effortMinutes", 1080);
        tasks.receive(ReceivedEvent.of("fengong.tasks.task-created.v1", task));

        work.receive(ReceivedEvent.of(
                "fengong.tasks.work-logged.v1",
                ReceivedEvent.example("fengong.tasks.work-logged.v1")
                        .put("taskId", taskId)
                        .put("roleId", roleId.toString())));
        assertThat(remaining(roleId)).isEqualTo(1080 - 420);

        work.receive(ReceivedEvent.of(
                "fengong.tasks.estimate-changed.v1",
                ReceivedEvent.example("fengong.tasks.estimate-changed.v1")
                        .put("taskId", taskId)
                        .put("roleId", roleId.toString())
                        .put("estimateToCompleteMinutes", 500)));
        assertThat(remaining(roleId)).isEqualTo(500);

        ((ObjectNode) task.at("/roles/0")).put("estimateToCompleteMinutes", 300);
        tasks.receive(ReceivedEvent.of(TASK_CHANGED, task.put("version", 50)));
        assertThat(remaining(roleId)).isEqualTo(300);
    }

    private int remaining(UUID roleId) {
        return read(r -> r.tasks(Set.of(id))).get(id).roles().stream()
                .filter(role -> role.roleId().equals(roleId))
                .findFirst()
                .orElseThrow()
                .remainingMinutes();
    }

    @ParameterizedTest
    @CsvSource({
        MEMBER_CHANGED + ", memberId, displayName, member_snapshot",
        TEAM_CHANGED + ", teamId, name, team_snapshot",
        SKILL_CHANGED + ", skillId, field, skill_snapshot",
        DEPARTMENT_CHANGED + ", departmentId, name, department_snapshot",
        TASK_CHANGED + ", taskId, title, task_snapshot",
        GOAL_CHANGED + ", goalId, title, goal_snapshot"
    })
    void ignoresARepeatedAndAnOlderEvent(String type, String idField, String field, String table) {
        var eventId = UUID.randomUUID();
        var consumer = consumerOf(type);
        var example = ReceivedEvent.example(type).put(idField, id.toString()).put("version", 5);
        consumer.accept(ReceivedEvent.of(eventId, type, example.put(field, "first")));

        consumer.accept(ReceivedEvent.of(
                eventId, type, example.deepCopy().put("version", 6).put(field, "repeated")));
        consumer.accept(
                ReceivedEvent.of(type, example.deepCopy().put("version", 5).put(field, "same version")));
        consumer.accept(
                ReceivedEvent.of(type, example.deepCopy().put("version", 4).put(field, "older")));

        assertThat(stored(table, field)).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource({
        "fengong.tasks.work-logged.v1, roleLoggedMinutes, logged_minutes",
        "fengong.tasks.estimate-changed.v1, estimateToCompleteMinutes, estimate_to_complete_minutes"
    })
    void ignoresRepeatedAndOlderNewsOfARole(String type, String field, String column) {
        var eventId = UUID.randomUUID();
        var example = ReceivedEvent.example(type)
                .put("roleId", id.toString())
                .put("version", 5)
                .put(field, 100);
        work.receive(ReceivedEvent.of(eventId, type, example));

        work.receive(ReceivedEvent.of(
                eventId, type, example.deepCopy().put("version", 6).put(field, 600)));
        work.receive(ReceivedEvent.of(type, example.deepCopy().put("version", 4).put(field, 400)));

        var minutes = QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery("select %s from role_progress where role_id = :id".formatted(column))
                        .setParameter("id", id)
                        .getSingleResult());
        assertThat(minutes).isEqualTo(100);
    }

    private Object stored(String table, String field) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entityManager
                        .createNativeQuery(
                                "select data ->> '%s' from %s where id = :id".formatted(field, table), String.class)
                        .setParameter("id", id)
                        .getSingleResult());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fengong.members.member-changed.v2", "anything"})
    void skipsTypesThatItDoesNotKnow(String type) {
        var example = ReceivedEvent.example(MEMBER_CHANGED).put("memberId", id.toString());

        members.receive(ReceivedEvent.of(type, example));
        organisation.receive(ReceivedEvent.of(type, example));
        tasks.receive(ReceivedEvent.of(type, example));
        goals.receive(ReceivedEvent.of(type, example));
        work.receive(ReceivedEvent.of(type, example));

        var known = read(r -> r.member(id));
        assertThat(known).isEmpty();
    }

    static Stream<String> types() {
        return Stream.of(
                MEMBER_CHANGED,
                MEMBER_ERASED,
                "fengong.tasks.comment-added.v1",
                TEAM_CHANGED,
                SKILL_CHANGED,
                DEPARTMENT_CHANGED,
                TASK_CHANGED,
                GOAL_CHANGED,
                "fengong.tasks.work-logged.v1",
                "fengong.tasks.estimate-changed.v1");
    }

    @ParameterizedTest
    @MethodSource("types")
    void refusesWhatCannotBeRead(String type) {
        var consumer = consumerOf(type);
        for (var data : List.of("{", "7", "null", "{}", "{\"version\": 1}")) {
            assertThatThrownBy(() -> consumer.accept(ReceivedEvent.of(type, data)))
                    .as(data)
                    .isInstanceOf(MalformedEventException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void storesNothingThatHasNoVersion(String type) {
        var example = ReceivedEvent.example(type);
        Map.of(
                        "memberId",
                        id,
                        "teamId",
                        id,
                        "skillId",
                        id,
                        "departmentId",
                        id,
                        "taskId",
                        id,
                        "goalId",
                        id,
                        "roleId",
                        id)
                .forEach((field, value) -> {
                    if (example.has(field)) {
                        example.put(field, value.toString());
                    }
                });
        example.remove("version");

        assertThatThrownBy(() -> consumerOf(type).accept(ReceivedEvent.of(type, example)))
                .as("what is thrown goes to the dead letters")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void refusesARecordWithoutType() {
        var record = new ConsumerRecord<>("a-topic", 0, 0, "a-key", new byte[] {'{', '}'});

        assertThatThrownBy(() -> tasks.receive(record)).isInstanceOf(MalformedEventException.class);
    }
}
