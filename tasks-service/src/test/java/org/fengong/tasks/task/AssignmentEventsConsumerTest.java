package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.fengong.tasks.task.Assignments.ASSIGNED;
import static org.fengong.tasks.task.Assignments.UNASSIGNED;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.fengong.platform.messaging.MalformedEventException;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.ReceivedEvent;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S4: whoever stands assigned decides whether a task is OPEN or ASSIGNED. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class AssignmentEventsConsumerTest {
    @Inject
    AssignmentEventsConsumer consumer;

    private static ObjectNode event(Thing task, long version, Map<UUID, UUID> memberByRole) {
        return Assignments.event(task.id(), version, memberByRole);
    }

    /** The published example, told of this task and its roles. */
    private static ObjectNode example(String type, Thing task) {
        var example = ReceivedEvent.example(type).put("taskId", task.id().toString());
        var standing = example.path("assignments");
        for (int i = 0; i < standing.size(); i++) {
            ((ObjectNode) standing.get(i)).put("roleId", task.roleId(i).toString());
        }
        return example;
    }

    private static OutboxRows.Row lastEvent(Thing task) {
        var events = OutboxRows.of(task.id());
        return events.get(events.size() - 1);
    }

    @Test
    void takesThePublishedExamples() {
        var task = task(team());
        var assigned = example(ASSIGNED, task);

        consumer.receive(ReceivedEvent.of(ASSIGNED, assigned));

        readTask(task)
                .answer()
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body(
                        "roles.assigneeId",
                        contains(
                                assigned.at("/assignments/0/memberId").asText(),
                                assigned.at("/assignments/1/memberId").asText()));
        var told = lastEvent(task);
        assertThat(told.type()).isEqualTo("fengong.tasks.task-status-changed.v1");
        assertThat(told.data().get("previousStatus").asText()).isEqualTo("OPEN");
        assertThat(told.data().get("reason").asText()).isEqualTo("plan-published");
        assertThat(told.data().get("actor").asText())
                .isEqualTo(assigned.path("actor").asText());
        EventContracts.assertFits(told.type(), told.data());

        consumer.receive(ReceivedEvent.of(UNASSIGNED, example(UNASSIGNED, task)));

        readTask(task)
                .answer()
                .then()
                .body("status", equalTo("OPEN"))
                .body(
                        "roles.assigneeId",
                        contains(equalTo(assigned.at("/assignments/0/memberId").asText()), nullValue()));
        var open = lastEvent(task);
        assertThat(open.data().get("status").asText()).isEqualTo("OPEN");
        assertThat(open.data().get("reason").asText()).isEqualTo("member-left");
        assertThat(open.data().has("actor")).isFalse();
        EventContracts.assertFits(open.type(), open.data());
    }

    @Test
    void staysOpenUntilEachRoleHasSomebody() {
        var team = team();
        var task = task(team);

        consumer.receive(ReceivedEvent.of(ASSIGNED, event(task, 1, Map.of(task.roleId(1), team.memberId()))));

        readTask(task).answer().then().body("status", equalTo("OPEN"));
        assertThat(OutboxRows.of(task.id())).hasSize(1);
    }

    @Test
    void countsAnOfferForNothing() {
        var team = team();
        var task = task(team);
        var offered = event(task, 1, Map.of(task.roleId(0), team.memberId(), task.roleId(1), team.colleagueId()));
        ((ObjectNode) offered.at("/assignments/0")).put("status", "OFFERED");

        consumer.receive(ReceivedEvent.of(ASSIGNED, offered));

        readTask(task).answer().then().body("status", equalTo("OPEN"));
    }

    @Test
    void ignoresARepeatedAndAnOlderEvent() {
        var team = team();
        var task = task(team);
        var eventId = UUID.randomUUID();
        var both = Map.of(task.roleId(0), team.memberId(), task.roleId(1), team.colleagueId());
        consumer.receive(ReceivedEvent.of(eventId, ASSIGNED, event(task, 5, both)));
        var before = OutboxRows.of(task.id()).size();

        consumer.receive(ReceivedEvent.of(eventId, UNASSIGNED, event(task, 6, Map.of())));
        consumer.receive(ReceivedEvent.of(UNASSIGNED, event(task, 5, Map.of())));
        consumer.receive(ReceivedEvent.of(UNASSIGNED, event(task, 4, Map.of())));

        readTask(task)
                .answer()
                .then()
                .body("status", equalTo("ASSIGNED"))
                .body(
                        "roles.assigneeId",
                        contains(team.memberId().toString(), team.colleagueId().toString()));
        assertThat(OutboxRows.of(task.id())).hasSize(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"DRAFT", "IN_PROGRESS", "COMPLETED", "CANCELLED"})
    void leavesEveryOtherStatusAlone(TaskStatus status) {
        var team = team();
        var task = Assignments.taskIn(status, team);
        var before = OutboxRows.of(task.id()).size();

        Assignments.stand(task.id(), Map.of());
        Assignments.stand(task.id(), Map.of(task.roleId(0), team.memberId(), task.roleId(1), team.memberId()));

        readTask(task).answer().then().body("status", equalTo(status.name()));
        assertThat(OutboxRows.of(task.id())).hasSize(before);
    }

    @Test
    void ignoresATaskThatItDoesNotKnow() {
        var before = OutboxRows.count();

        Assignments.stand(UUID.randomUUID(), Map.of(UUID.randomUUID(), UUID.randomUUID()));

        assertThat(OutboxRows.count()).isEqualTo(before);
    }

    @Test
    void skipsAFieldAndATypeThatItDoesNotKnow() {
        var team = team();
        var task = task(team);
        var both = event(task, 1, Map.of(task.roleId(0), team.memberId(), task.roleId(1), team.memberId()));

        consumer.receive(ReceivedEvent.of("fengong.allocation.assignment-offered.v1", "{"));
        consumer.receive(ReceivedEvent.of(ASSIGNED, both.put("mood", "fine")));

        readTask(task).answer().then().body("status", equalTo("ASSIGNED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "7",
                "[]",
                "{}",
                "{\"taskId\": \"x\", \"assignmentVersion\": 1, \"assignments\": []}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 1}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignments\": []}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 0, \"assignments\": []}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 1, \"assignments\": [null]}",
                "{\"taskId\": \"01a207be-9494-79b5-bcc7-4ecebc51acb4\", \"assignmentVersion\": 1, \"assignments\": [{\"status\": \"ACTIVE\"}]}",
            })
    void refusesWhatCannotBeRead(String data) {
        assertThatThrownBy(() -> consumer.receive(ReceivedEvent.of(ASSIGNED, data)))
                .isInstanceOf(MalformedEventException.class);
    }
}
