package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.admin;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is completed is accepted or returned by its owner; what cannot go on is blocked. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class TaskAcceptanceTest {
    private static final String REASON = "{\"reason\": \"The figures are last year's.\"}";

    /** Of two roles, held by the team's member and the colleague; the lead owns it. */
    private static Thing assignedTask(Team team) {
        return Assignments.assigned(team, task(team));
    }

    private static Thing handedIn(Team team) {
        var task = assignedTask(team);
        member(team.colleagueId())
                .post(TASKS + "/{id}/roles/{r}/complete", task.id(), task.roleId(1))
                .then()
                .statusCode(200);
        member(team.memberId()).post(TASKS + "/{id}/complete", task.id()).then().statusCode(200);
        return readTask(task);
    }

    private static OutboxRows.Row lastEvent(Thing task) {
        var events = OutboxRows.of(task.id());
        return events.get(events.size() - 1);
    }

    private static List<String> keys(Team team, String query) {
        var answer = lead(team).get(TASKS + "?teamId=" + team.id() + "&" + query);
        answer.then().statusCode(200);
        return answer.path("items.key");
    }

    @Test
    void isHandedInByTheLastMemberAndAcceptedByItsOwner() {
        var team = team();
        var task = handedIn(team);
        task.answer().then().body("status", equalTo("COMPLETED")).body("acceptedAt", nullValue());
        assertThat(keys(team, "accepted=false")).containsExactly(task.key());

        lead(team)
                .post(TASKS + "/{id}/accept", task.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"))
                .body("acceptedAt", notNullValue());

        var event = lastEvent(task);
        assertThat(event.type()).isEqualTo("fengong.tasks.task-accepted.v1");
        assertThat(event.data().get("actor").asText()).isEqualTo(team.leadId().toString());
        EventContracts.assertFits(event.type(), event.data());
        assertThat(keys(team, "accepted=false")).isEmpty();
        assertThat(keys(team, "accepted=true")).containsExactly(task.key());
    }

    @Test
    void isAcceptedByItsOwnersOwnCompletion() {
        var team = team();
        var task = task(team, "{\"ownerId\": \"%s\"}".formatted(team.memberId()));

        member(team.memberId())
                .post(TASKS + "/{id}/complete", task.id())
                .then()
                .statusCode(200)
                .body("acceptedAt", notNullValue());

        assertRefused(409, "task-accepted", () -> member(team.memberId()).post(TASKS + "/{id}/accept", task.id()))
                .body("acceptedAt", notNullValue());
        assertRefused(409, "task-accepted", () -> lead(team).body(REASON).post(TASKS + "/{id}/return", task.id()));
    }

    @Test
    void goesBackToThoseWhoDidItAndTellsHowOften() {
        var team = team();
        var task = handedIn(team);

        lead(team)
                .body("""
                        {"reason": "The figures are last year's.",
                         "roles": [{"roleId": "%s", "estimateToCompleteMinutes": 90}]}""".formatted(task.roleId(0)))
                .post(TASKS + "/{id}/return", task.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("reworkCount", is(1))
                .body("returnReason", equalTo("The figures are last year's."))
                .body("returnedAt", notNullValue())
                .body("completedAt", nullValue())
                .body("roles.completed", contains(false, true))
                .body(
                        "roles.assigneeId",
                        contains(team.memberId().toString(), team.colleagueId().toString()))
                .body("roles[0].estimateToCompleteMinutes", is(90));

        var event = lastEvent(task);
        assertThat(event.type()).isEqualTo("fengong.tasks.task-status-changed.v1");
        assertThat(event.data().get("previousStatus").asText()).isEqualTo("COMPLETED");
        assertThat(event.data().get("reason").asText()).isEqualTo("The figures are last year's.");
        assertThat(event.data().get("reworkCount").asInt()).isEqualTo(1);
        EventContracts.assertFits(event.type(), event.data());
        assertThat(keys(team, "returned=true")).containsExactly(task.key());

        member(team.memberId())
                .body("{\"roleId\": \"%s\", \"date\": \"2026-01-05\", \"minutes\": 60}".formatted(task.roleId(0)))
                .post(TASKS + "/{id}/work-logs", task.id())
                .then()
                .statusCode(201);
        member(team.memberId())
                .post(TASKS + "/{id}/complete", task.id())
                .then()
                .statusCode(200)
                .body("reworkCount", is(1))
                .body("returnedAt", nullValue());
        assertThat(keys(team, "returned=true")).isEmpty();
        assertThat(keys(team, "returned=false")).containsExactly(task.key());
    }

    @Test
    void isAcceptedAndReturnedByNobodyElse() {
        var team = team();
        var task = handedIn(team);
        var doer = member(team.memberId());

        assertRefused(403, "not-team-lead", () -> doer.post(TASKS + "/{id}/accept", task.id()));
        assertRefused(
                403,
                "not-team-lead",
                () -> member(team.colleagueId()).body(REASON).post(TASKS + "/{id}/return", task.id()));
        admin().post(TASKS + "/{id}/accept", task.id()).then().statusCode(200);
    }

    @Test
    void isNotHandedInWhileSomebodyElseIsAtWorkOrByWhoHasNoRole() {
        var team = team();
        var shared = assignedTask(team);
        var open = task(team);

        assertRefused(403, "not-team-lead", () -> member(team.memberId()).post(TASKS + "/{id}/complete", shared.id()));
        assertRefused(403, "not-team-lead", () -> member(team.memberId()).post(TASKS + "/{id}/complete", open.id()));
    }

    @RepeatedTest(3)
    void isEitherAcceptedOrReturnedWhenBothAreAskedForTogether() throws Exception {
        var team = team();
        var task = handedIn(team);
        var before = OutboxRows.of(task.id()).size();

        var answers = Together.send(List.of(
                () -> lead(team).post(TASKS + "/{id}/accept", task.id()),
                () -> lead(team).body(REASON).post(TASKS + "/{id}/return", task.id())));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        assertThat(OutboxRows.of(task.id())).hasSize(before + 1);
    }

    @Test
    void isCountedOnceWhenItIsReturnedByManyTogether() throws Exception {
        var team = team();
        var task = handedIn(team);

        var answers = Together.send(java.util.Collections.nCopies(
                4, () -> lead(team).body(REASON).post(TASKS + "/{id}/return", task.id())));

        assertThat(answers).filteredOn(a -> a.statusCode() == 200).hasSize(1);
        readTask(task).answer().then().body("reworkCount", is(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                            | reason",
                "{\"reason\": \" \"}                                                           | reason",
                "{\"reason\": \"No.\", \"roles\": []}                                          | roles",
                "{\"reason\": \"No.\", \"roles\": [null]}                                      | roles[0]",
                "{\"reason\": \"No.\", \"roles\": [{}]}                                        | roles[0].roleId",
                "{\"reason\": \"No.\", \"roles\": [{\"roleId\": \"x\"}]}                       | roles[0].roleId",
                "{\"reason\": \"No.\", \"who\": 1}                                             | who",
            })
    void refusesAReturnThatIsNone(String body, String field) {
        var team = team();
        var task = handedIn(team);

        assertRefused(
                400, "invalid-request", field, () -> lead(team).body(body).post(TASKS + "/{id}/return", task.id()));
        readTask(task).answer().then().body("status", equalTo("COMPLETED"));
    }

    @Test
    void refusesToReturnARoleThatTheTaskDoesNotHaveOrTwice() {
        var team = team();
        var task = handedIn(team);
        var role = "{\"roleId\": \"%s\"}";
        var own = role.formatted(task.roleId(0));
        var body = "{\"reason\": \"No.\", \"roles\": [%s, %s]}";

        assertRefused(
                422,
                "unknown-role",
                "roles[1].roleId",
                () -> lead(team)
                        .body(body.formatted(own, role.formatted(UUID.randomUUID())))
                        .post(TASKS + "/{id}/return", task.id()));
        assertRefused(
                422,
                "role-twice",
                "roles[1].roleId",
                () -> lead(team).body(body.formatted(own, own)).post(TASKS + "/{id}/return", task.id()));
    }

    @Test
    void keepsWhyItWasCancelledUntilItIsReopened() {
        var team = team();
        var task = task(team);

        lead(team)
                .body(REASON)
                .post(TASKS + "/{id}/cancel", task.id())
                .then()
                .body("cancelReason", equalTo("The figures are last year's."));
        lead(team)
                .post(TASKS + "/{id}/reopen", task.id())
                .then()
                .statusCode(200)
                .body("cancelReason", nullValue());
    }

    @Test
    void isBlockedAndUnblockedByThoseWhoHaveToDoWithIt() {
        var team = team();
        var owned = task(team, "{\"ownerId\": \"%s\"}".formatted(team.colleagueId()));
        var task = assignedTask(team);

        member(team.colleagueId())
                .body("{\"reason\": \"No budget yet.\"}")
                .post(TASKS + "/{id}/block", owned.id())
                .then()
                .statusCode(200);
        member(team.memberId())
                .body("{\"reason\": \"No pictures yet.\"}")
                .post(TASKS + "/{id}/block", task.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("ASSIGNED"))
                .body("blockedReason", equalTo("No pictures yet."))
                .body("blockedSince", notNullValue());

        var event = lastEvent(task);
        assertThat(event.type()).isEqualTo("fengong.tasks.task-changed.v1");
        assertThat(event.data().get("blockedReason").asText()).isEqualTo("No pictures yet.");
        assertThat(event.data().get("reason").asText()).isEqualTo("No pictures yet.");
        EventContracts.assertFits(event.type(), event.data());
        assertThat(keys(team, "blocked=true")).containsExactlyInAnyOrder(task.key(), owned.key());
        assertRefused(409, "task-blocked", () -> lead(team).body(REASON).post(TASKS + "/{id}/block", task.id()));
        assertRefused(403, "not-team-lead", () -> member(team.memberId()).post(TASKS + "/{id}/unblock", owned.id()));

        lead(team)
                .post(TASKS + "/{id}/unblock", task.id())
                .then()
                .statusCode(200)
                .body("blockedSince", nullValue());
        assertThat(lastEvent(task).data().has("blockedSince")).isFalse();
        EventContracts.assertFits(lastEvent(task).type(), lastEvent(task).data());
        assertRefused(409, "task-not-blocked", () -> lead(team).post(TASKS + "/{id}/unblock", task.id()));
        assertThat(keys(team, "blocked=false")).containsExactly(task.key());
    }

    @Test
    void isNotBlockedWithoutAReason() {
        var team = team();
        var task = task(team);

        assertRefused(
                400, "invalid-request", "reason", () -> lead(team).body("{}").post(TASKS + "/{id}/block", task.id()));
        lead(team)
                .queryParam("teamId", team.id())
                .queryParam("blocked", true)
                .get(TASKS)
                .then()
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({"blocked=1, blocked", "returned=yes, returned", "accepted=TRUE, accepted"})
    void refusesAFilterThatIsNeitherTrueNorFalse(String query, String field) {
        assertRefused(400, "invalid-request", field, () -> admin().get(TASKS + "?" + query));
    }
}
