package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.patch;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command does to a task in each status. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskStatusTest {
    private static final String REFUSED = "refused";

    private static Response send(String command, Team team, Thing task) {
        var path = TASKS + "/" + task.id();
        return switch (command) {
            case "patch" -> patch(team, task, "{\"importance\": 5}");
            case "cancel", "return", "block" ->
                lead(team).body("{\"reason\": \"Called off.\"}").post(path + "/" + command);
            case "log" ->
                lead(team)
                        .body("""
                            {"roleId": "%s", "memberId": "%s", "date": "2026-01-05", "minutes": 30}""".formatted(task.roleId(1), team.colleagueId()))
                        .post(path + "/work-logs");
            case "estimate" ->
                lead(team)
                        .header("If-Match", task.etag())
                        .body("{\"estimateToCompleteMinutes\": 240}")
                        .put(path + "/roles/" + task.roleId(1) + "/estimate");
            case "complete-role" -> lead(team).post(path + "/roles/" + task.roleId(1) + "/complete");
            default -> lead(team).post(path + "/" + command);
        };
    }

    private static OutboxRows.Row lastEvent(Thing task) {
        var events = OutboxRows.of(task.id());
        return events.get(events.size() - 1);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            value = {
                "command, DRAFT, OPEN, ASSIGNED, IN_PROGRESS, COMPLETED, CANCELLED",
                "open, OPEN, refused, refused, refused, refused, refused",
                "patch, DRAFT, OPEN, ASSIGNED, IN_PROGRESS, refused, refused",
                "log, refused, IN_PROGRESS, IN_PROGRESS, IN_PROGRESS, refused, refused",
                "estimate, refused, OPEN, ASSIGNED, IN_PROGRESS, refused, refused",
                "complete-role, refused, OPEN, ASSIGNED, IN_PROGRESS, refused, refused",
                "complete, refused, COMPLETED, COMPLETED, COMPLETED, refused, refused",
                "cancel, CANCELLED, CANCELLED, CANCELLED, CANCELLED, refused, refused",
                "accept, refused, refused, refused, refused, COMPLETED, refused",
                "return, refused, refused, refused, refused, IN_PROGRESS, refused",
                "block, refused, OPEN, ASSIGNED, IN_PROGRESS, refused, refused",
                "reopen, refused, refused, refused, refused, OPEN, OPEN",
            })
    void obeysOrRefusesByItsStatus(
            String command,
            String fromDraft,
            String fromOpen,
            String fromAssigned,
            String fromInProgress,
            String fromCompleted,
            String fromCancelled) {
        var expected = new String[] {fromDraft, fromOpen, fromAssigned, fromInProgress, fromCompleted, fromCancelled};
        for (var from : TaskStatus.values()) {
            var team = team();
            var task = Assignments.taskIn(from, team);
            var to = expected[from.ordinal()];
            if (to.equals(REFUSED)) {
                assertRefused(409, "task-status", () -> send(command, team, task))
                        .body("status", is(409))
                        .body("taskStatus", equalTo(from.name()));
                readTask(task)
                        .answer()
                        .then()
                        .body("status", equalTo(from.name()))
                        .body("version", equalTo(task.answer().path("version")));
            } else {
                send(command, team, task).then().statusCode(command.equals("log") ? 201 : 200);
                readTask(task).answer().then().body("status", equalTo(to));
                var event = lastEvent(task);
                EventContracts.assertFits(event.type(), event.data());
                if (!from.name().equals(to)) {
                    assertThat(event.data().get("status").asText()).isEqualTo(to);
                    assertThat(event.data().get("previousStatus").asText()).isEqualTo(from.name());
                }
            }
        }
    }

    @Test
    void tellsOfACompletionWithTheTimesOfTaskAndRoles() {
        var team = team();
        var task = Assignments.taskIn(TaskStatus.IN_PROGRESS, team);

        send("complete", team, task)
                .then()
                .body("status", equalTo("COMPLETED"))
                .body("completedAt", notNullValue())
                .body("roles.completed", contains(true, true))
                .body("roles.loggedMinutes", contains(30, 0));

        var event = lastEvent(task);
        assertThat(event.type()).isEqualTo("fengong.tasks.task-completed.v1");
        assertThat(event.data().get("actor").asText()).isEqualTo(team.leadId().toString());
        assertThat(event.data().at("/roles/1/estimateToCompleteMinutes").asInt())
                .isZero();
        EventContracts.assertFits(event.type(), event.data());
    }

    @Test
    void tellsWhyATaskIsCancelled() {
        var team = team();
        var task = task(team);

        lead(team)
                .body("{\"reason\": \"The analysts moved the briefing.\"}")
                .post(TASKS + "/{id}/cancel", task.id())
                .then()
                .statusCode(200);

        var event = lastEvent(task);
        assertThat(event.type()).isEqualTo("fengong.tasks.task-cancelled.v1");
        assertThat(event.data().get("reason").asText()).isEqualTo("The analysts moved the briefing.");
        EventContracts.assertFits(event.type(), event.data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": \" \"}", "{\"reason\": null}", "{\"reason\": 7}"})
    void wantsAReasonToCancel(String body) {
        var team = team();
        var task = task(team);

        assertRefused(
                400, "invalid-request", "reason", () -> lead(team).body(body).post(TASKS + "/{id}/cancel", task.id()));
    }

    @Test
    void wantsNoNovelAsAReason() {
        var team = team();
        var task = task(team);

        assertRefused(
                400,
                "invalid-request",
                "reason",
                () -> lead(team)
                        .body("{\"reason\": \"%s\"}".formatted("a".repeat(501)))
                        .post(TASKS + "/{id}/cancel", task.id()));
    }

    @Test
    void waitsForEverybodyAnewWhenReopenedAndKeepsTheWork() {
        var team = team();
        var task = Assignments.taskIn(TaskStatus.IN_PROGRESS, team);
        send("complete", team, task).then().statusCode(200);

        send("reopen", team, task)
                .then()
                .body("completedAt", nullValue())
                .body("startedAt", notNullValue())
                .body("roles.completed", contains(false, false))
                .body("roles.loggedMinutes", contains(30, 0))
                .body("roles.assigneeId", contains(nullValue(), nullValue()));
        Assignments.assigned(team, task).answer().then().body("status", equalTo("ASSIGNED"));
    }

    @Test
    void isCompletedByItsOwnerOrTheLeadAndByNobodyElse() {
        var team = team();
        var owned = task(team, "{\"ownerId\": \"%s\"}".formatted(team.memberId()));
        var other = Assignments.taskIn(TaskStatus.ASSIGNED, team);

        assertRefused(
                403, "not-team-lead", () -> member(team.colleagueId()).post(TASKS + "/{id}/complete", owned.id()));
        assertRefused(403, "not-team-lead", () -> member(team.memberId()).post(TASKS + "/{id}/complete", other.id()));
        member(team.memberId())
                .post(TASKS + "/{id}/complete", owned.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"));
        lead(team).post(TASKS + "/{id}/complete", other.id()).then().statusCode(200);
    }

    @Test
    void repeatsTheAnswerToARetriedCommandInsteadOfRefusingIt() {
        var team = team();
        var task = task(team);
        var idempotencyKey = newKey();
        var first = lead(team).header("Idempotency-Key", idempotencyKey).post(TASKS + "/{id}/complete", task.id());
        first.then().statusCode(200);

        var second = lead(team).header("Idempotency-Key", idempotencyKey).post(TASKS + "/{id}/complete", task.id());

        second.then().statusCode(200).header("Idempotency-Replayed", is("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(OutboxRows.of(task.id())).hasSize(2);
    }

    @Test
    void refusesToCompleteARoleThatIsCompletedOrUnknown() {
        var team = team();
        var task = Assignments.taskIn(TaskStatus.ASSIGNED, team);
        send("complete-role", team, task).then().statusCode(200).body("roles[1].completed", is(true));

        assertRefused(409, "role-completed", () -> send("complete-role", team, task));
        assertRefused(
                404,
                "role-not-found",
                () -> lead(team).post(TASKS + "/{id}/roles/{r}/complete", task.id(), UUID.randomUUID()));
    }

    @Test
    void tellsThatNobodyIsWantedAnyMoreWhenTheOpenRoleIsCompleted() {
        var team = team();
        var task = task(team);
        Assignments.stand(task.id(), java.util.Map.of(task.roleId(0), team.memberId()));

        send("complete-role", team, task).then().statusCode(200).body("status", equalTo("ASSIGNED"));

        var event = lastEvent(task);
        assertThat(event.type()).isEqualTo("fengong.tasks.task-changed.v1");
        assertThat(event.data().get("previousStatus").asText()).isEqualTo("OPEN");
        EventContracts.assertFits(event.type(), event.data());
    }
}
