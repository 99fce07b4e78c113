package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.fengong.tasks.Company.TASKS;
import static org.fengong.tasks.Company.goal;
import static org.fengong.tasks.Company.lead;
import static org.fengong.tasks.Company.member;
import static org.fengong.tasks.Company.newKey;
import static org.fengong.tasks.Company.readTask;
import static org.fengong.tasks.Company.task;
import static org.fengong.tasks.Company.team;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.Together;
import org.fengong.tasks.Company.Thing;
import org.fengong.tasks.TasksTopics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Work on the roles of tasks: logged, estimated, completed. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "tasks"))
class WorkResourceTest {
    private static final String DAY = "2026-01-05";
    private static final String LOGGED = "fengong.tasks.work-logged.v1";

    @AfterEach
    void letTheClockBe() {
        TestClock.ahead(Duration.ZERO);
    }

    private static Response log(RequestSpecification who, Thing task, String body) {
        return who.body(body).post(TASKS + "/{id}/work-logs", task.id());
    }

    private static String work(UUID roleId, Object day, int minutes) {
        return "{\"roleId\": \"%s\", \"date\": \"%s\", \"minutes\": %d}".formatted(roleId, day, minutes);
    }

    private static String workOf(UUID memberId, UUID roleId, Object day, int minutes) {
        return "{\"roleId\": \"%s\", \"memberId\": \"%s\", \"date\": \"%s\", \"minutes\": %d}"
                .formatted(roleId, memberId, day, minutes);
    }

    private static Response estimate(RequestSpecification who, Thing read, UUID roleId, String minutes) {
        return who.header("If-Match", read.etag())
                .body("{\"estimateToCompleteMinutes\": %s}".formatted(minutes))
                .put(TASKS + "/{id}/roles/{roleId}/estimate", read.id(), roleId);
    }

    private static List<OutboxRows.Row> events(Thing task, String type) {
        return OutboxRows.of(task.id()).stream()
                .filter(row -> row.type().equals(type))
                .toList();
    }

    @Test
    void beginsATaskWithTheFirstWorkAndTellsOfBoth() {
        var team = team();
        var goal = goal(team);
        var task = Assignments.assigned(team, task(team, "{\"goalId\": \"%s\"}".formatted(goal.id())));

        log(member(team.memberId()), task, work(task.roleId(0), DAY, 180))
                .then()
                .statusCode(201)
                .body("id", notNullValue())
                .body("taskId", equalTo(task.id().toString()))
                .body("memberId", equalTo(team.memberId().toString()))
                .body("date", equalTo(DAY))
                .body("minutes", is(180));

        readTask(task)
                .answer()
                .then()
                .body("status", equalTo("IN_PROGRESS"))
                .body("startedAt", notNullValue())
                .body("roles.loggedMinutes", contains(180, 0));
        var logged = events(task, LOGGED).get(0);
        assertThat(logged.topic()).isEqualTo(TasksTopics.WORK);
        assertThat(logged.data().get("roleLoggedMinutes").asInt()).isEqualTo(180);
        assertThat(logged.data().get("goalId").asText()).isEqualTo(goal.id().toString());
        assertThat(logged.data().get("actor").asText())
                .isEqualTo(team.memberId().toString());
        EventContracts.assertFits(logged.type(), logged.data());
        var begun = events(task, "fengong.tasks.task-status-changed.v1").get(1);
        assertThat(begun.topic()).isEqualTo(TasksTopics.TASK);
        assertThat(begun.data().get("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(begun.data().get("previousStatus").asText()).isEqualTo("ASSIGNED");
        assertThat(begun.data().get("version")).isEqualTo(logged.data().get("version"));
        EventContracts.assertFits(begun.type(), begun.data());
    }

    @Test
    void addsUpLaterWorkWithoutAnotherChangeOfStatus() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        log(member(team.memberId()), task, work(task.roleId(0), DAY, 180));

        log(member(team.memberId()), task, work(task.roleId(0), "2026-01-06", 30))
                .then()
                .statusCode(201);

        var events = OutboxRows.of(task.id());
        assertThat(events.get(events.size() - 1).type()).isEqualTo(LOGGED);
        assertThat(events.get(events.size() - 1).data().get("roleLoggedMinutes").asInt())
                .isEqualTo(210);
        readTask(task).answer().then().body("roles.loggedMinutes", contains(210, 0));
    }

    @Test
    void isLoggedByTheMemberWhoHasTheRoleAndNoOther() {
        var team = team();
        var task = Assignments.assigned(team, task(team));

        assertRefused(403, "not-team-lead", () -> log(member(team.memberId()), task, work(task.roleId(1), DAY, 30)));
        assertRefused(
                403,
                "not-team-lead",
                () -> log(member(team.memberId()), task, workOf(team.colleagueId(), task.roleId(1), DAY, 30)));
        assertRefused(
                403,
                "not-team-lead",
                () -> log(member(team.memberId()), task, workOf(team.memberId(), task.roleId(1), DAY, 30)));
        readTask(task).answer().then().body("roles.loggedMinutes", contains(0, 0));
    }

    @Test
    void isLoggedByTheLeadForAnybodyOfTheTeam() {
        var team = team();
        var task = Assignments.assigned(team, task(team));

        log(lead(team), task, work(task.roleId(0), DAY, 30))
                .then()
                .statusCode(201)
                .body("memberId", equalTo(team.memberId().toString()));
        log(lead(team), task, workOf(team.colleagueId(), task.roleId(0), DAY, 20))
                .then()
                .statusCode(201)
                .body("memberId", equalTo(team.colleagueId().toString()));
        assertThat(events(task, LOGGED))
                .extracting(row -> row.data().get("actor").asText())
                .containsOnly(team.leadId().toString());
        assertRefused(
                422,
                "not-in-team",
                "memberId",
                () -> log(lead(team), task, workOf(UUID.randomUUID(), task.roleId(0), DAY, 30)));
    }

    @Test
    void mustSayWhoWorkedWhenNobodyIsAssigned() {
        var team = team();
        var task = task(team);

        assertRefused(422, "nobody-assigned", "memberId", () -> log(lead(team), task, work(task.roleId(0), DAY, 30)));
        log(lead(team), task, workOf(team.memberId(), task.roleId(0), DAY, 30))
                .then()
                .statusCode(201);
    }

    @Test
    void isOfNoDayThatIsStillToComeWhereTheTeamIs() {
        // 25 hours apart: when it is today in the one, it is tomorrow at the earliest in the other
        var todayInTheEast = LocalDate.now(ZoneId.of("Pacific/Kiritimati"));
        var east = team("Pacific/Kiritimati");
        var eastern = Assignments.assigned(east, task(east));
        var west = team("Pacific/Pago_Pago");
        var western = Assignments.assigned(west, task(west));

        log(lead(east), eastern, work(eastern.roleId(0), todayInTheEast, 30))
                .then()
                .statusCode(201);
        assertRefused(
                422,
                "work-in-the-future",
                "date",
                () -> log(lead(west), western, work(western.roleId(0), todayInTheEast, 30)));
    }

    @Test
    void readsTheDayFromTheBusinessClock() {
        var team = team("UTC");
        var task = Assignments.assigned(team, task(team));
        var inAWeek = LocalDate.now(ZoneId.of("UTC")).plusDays(7);
        assertRefused(
                422, "work-in-the-future", "date", () -> log(lead(team), task, work(task.roleId(0), inAWeek, 30)));

        TestClock.ahead(Duration.ofDays(7));

        log(lead(team), task, work(task.roleId(0), inAWeek, 30)).then().statusCode(201);
    }

    @Test
    void isLoggedOnNoCompletedAndNoUnknownRole() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        member(team.memberId())
                .post(TASKS + "/{id}/roles/{r}/complete", task.id(), task.roleId(0))
                .then()
                .statusCode(200);

        assertRefused(409, "role-completed", () -> log(member(team.memberId()), task, work(task.roleId(0), DAY, 30)));
        assertRefused(404, "role-not-found", () -> log(lead(team), task, work(UUID.randomUUID(), DAY, 30)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minutes\": 0, \"date\": \"2026-01-05\"                  | minutes",
                "\"minutes\": 1441, \"date\": \"2026-01-05\"               | minutes",
                "\"minutes\": 7.5, \"date\": \"2026-01-05\"                | minutes",
                "\"minutes\": \"30\", \"date\": \"2026-01-05\"             | minutes",
                "\"date\": \"2026-01-05\"                                  | minutes",
                "\"minutes\": 30                                           | date",
                "\"minutes\": 30, \"date\": \"yesterday\"                  | date",
                "\"minutes\": 30, \"date\": \"-999999999-01-01\"           | date",
                "\"minutes\": 30, \"date\": \"2026-01-05\", \"role\": 1    | role",
                "\"minutes\": 30, \"date\": \"2026-01-05\", \"note\": 7    | note",
                "\"minutes\": 30, \"date\": \"2026-01-05\", \"note\": \"\\u0000\"     | note",
                "\"minutes\": 30, \"date\": \"2026-01-05\", \"memberId\": \"ana\"     | memberId",
            })
    void refusesWhatIsNoWork(String fields, String field) {
        var team = team();
        var task = Assignments.assigned(team, task(team));

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> log(lead(team), task, "{\"roleId\": \"%s\", %s}".formatted(task.roleId(0), fields)));
        assertRefused(
                400,
                "invalid-request",
                "roleId",
                () -> log(lead(team), task, "{%s}".formatted("\"minutes\": 30, \"date\": \"2026-01-05\"")));

        lead(team).get(TASKS + "/{id}/work-logs", task.id()).then().body("items", empty());
    }

    @Test
    void refusesANoteThatIsTooLong() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        var body = "{\"roleId\": \"%s\", \"date\": \"2026-01-05\", \"minutes\": 30, \"note\": \"%s\"}"
                .formatted(task.roleId(0), "a".repeat(1001));

        assertRefused(400, "invalid-request", "note", () -> log(lead(team), task, body));
    }

    @Test
    void countsARetryOnce() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        var idempotencyKey = newKey();
        var body = work(task.roleId(0), DAY, 30);
        var first = log(member(team.memberId()).header("Idempotency-Key", idempotencyKey), task, body);

        var second = log(member(team.memberId()).header("Idempotency-Key", idempotencyKey), task, body);

        second.then().statusCode(201).header("Idempotency-Replayed", is("true"));
        assertThat(second.asString()).isEqualTo(first.asString());
        readTask(task).answer().then().body("roles.loggedMinutes", contains(30, 0));
        assertThat(events(task, LOGGED)).hasSize(1);
    }

    @Test
    void losesNoneOfManyLogsAtOnce() throws Exception {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        var requests = IntStream.rangeClosed(1, 32)
                .<Callable<Response>>mapToObj(minutes -> () -> minutes % 2 == 0
                        ? log(member(team.memberId()), task, work(task.roleId(0), DAY, minutes))
                        : log(member(team.colleagueId()), task, work(task.roleId(1), DAY, minutes)))
                .toList();

        var answers = Together.send(requests);

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        // 2 + 4 + … + 32 and 1 + 3 + … + 31
        readTask(task)
                .answer()
                .then()
                .body("roles.loggedMinutes", contains(272, 256))
                .body("version", is(2 + 32));
        lead(team)
                .queryParam("limit", 100)
                .get(TASKS + "/{id}/work-logs", task.id())
                .then()
                .body("items.size()", is(32))
                .body("items.minutes.sum()", is(528));
        var events = events(task, LOGGED);
        assertThat(events)
                .extracting(row -> row.data().get("minutes").asInt())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 32).boxed().toList());
        assertThat(events)
                .extracting(row -> row.data().get("version").asLong())
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(events)
                .extracting(row -> row.data().get("roleLoggedMinutes").asInt())
                .contains(272, 256);
    }

    @Test
    void listsTheWorkOfATaskByDayPageByPage() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        for (var day : List.of("2026-01-08", "2026-01-06", "2026-01-07", "2026-01-06", "2026-01-05")) {
            log(lead(team), task, work(task.roleId(0), day, 30)).then().statusCode(201);
        }
        var days = new ArrayList<String>();
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var request = member(team.colleagueId()).queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(TASKS + "/{id}/work-logs", task.id());
            page.then().statusCode(200);
            days.addAll(page.path("items.date"));
            ids.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(days).containsExactly("2026-01-05", "2026-01-06", "2026-01-06", "2026-01-07", "2026-01-08");
        assertThat(ids).doesNotHaveDuplicates();
        assertRefused(
                400,
                "invalid-request",
                "limit",
                () -> lead(team).queryParam("limit", 101).get(TASKS + "/{id}/work-logs", task.id()));
        assertRefused(404, "task-not-found", () -> lead(team).get(TASKS + "/{id}/work-logs", UUID.randomUUID()));
    }

    @Test
    void takesTheEstimateOfTheMemberWhoHasTheRoleAndTellsTheOneBefore() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        estimate(member(team.memberId()), task, task.roleId(0), "540").then().statusCode(200);
        log(member(team.memberId()), task, work(task.roleId(0), DAY, 60));

        estimate(member(team.memberId()), readTask(task), task.roleId(0), "420")
                .then()
                .statusCode(200)
                .body("roles.estimateToCompleteMinutes[0]", is(420))
                .body("roles.effortMinutes", contains(600, 300));

        var events = events(task, "fengong.tasks.estimate-changed.v1");
        assertThat(events).extracting(OutboxRows.Row::topic).containsOnly(TasksTopics.WORK);
        assertThat(events.get(0)
                        .data()
                        .at("/previous/estimateToCompleteMinutes")
                        .isMissingNode())
                .isTrue();
        assertThat(events.get(1)
                        .data()
                        .at("/previous/estimateToCompleteMinutes")
                        .asInt())
                .isEqualTo(480);
        assertThat(events.get(1).data().get("estimateToCompleteMinutes").asInt())
                .isEqualTo(420);
        events.forEach(event -> EventContracts.assertFits(event.type(), event.data()));
        lead(team).queryParam("teamId", team.id()).get(TASKS).then().body("items[0].remainingMinutes", is(420 + 300));
    }

    @Test
    void takesTheEstimateOfNobodyElseButTheLead() {
        var team = team();
        var task = Assignments.assigned(team, task(team));

        assertRefused(403, "not-team-lead", () -> estimate(member(team.colleagueId()), task, task.roleId(0), "10"));
        estimate(lead(team), task, task.roleId(0), "0").then().statusCode(200);
    }

    @Test
    void asksForTheCurrentVersionOfTheTaskWithAnEstimate() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        estimate(lead(team), task, task.roleId(0), "500").then().statusCode(200);

        assertRefused(412, "stale-version", () -> estimate(lead(team), task, task.roleId(0), "400"));
        assertRefused(
                428,
                "if-match-required",
                "If-Match",
                () -> lead(team)
                        .body("{\"estimateToCompleteMinutes\": 400}")
                        .put(TASKS + "/{id}/roles/{r}/estimate", task.id(), task.roleId(0)));
        readTask(task).answer().then().body("roles[0].estimateToCompleteMinutes", is(500));
    }

    @ParameterizedTest
    @CsvSource({"-1", "120001", "7.5", "'\"60\"'", "null"})
    void refusesWhatIsNoEstimate(String minutes) {
        var team = team();
        var task = Assignments.assigned(team, task(team));

        assertRefused(
                400,
                "invalid-request",
                "estimateToCompleteMinutes",
                () -> estimate(lead(team), task, task.roleId(0), minutes));
    }

    @Test
    void takesNoEstimateForACompletedAndForNoUnknownRole() {
        var team = team();
        var task = Assignments.assigned(team, task(team));
        lead(team)
                .post(TASKS + "/{id}/roles/{r}/complete", task.id(), task.roleId(0))
                .then()
                .statusCode(200);
        var read = readTask(task);

        assertRefused(409, "role-completed", () -> estimate(lead(team), read, task.roleId(0), "10"));
        assertRefused(404, "role-not-found", () -> estimate(lead(team), read, UUID.randomUUID(), "10"));
    }

    @Test
    void completesARoleByTheMemberWhoHasItAndLeavesTheTaskToItsOwner() {
        var team = team();
        var task = Assignments.taskIn(TaskStatus.IN_PROGRESS, team);
        assertRefused(
                403,
                "not-team-lead",
                () -> member(team.colleagueId()).post(TASKS + "/{id}/roles/{r}/complete", task.id(), task.roleId(0)));

        member(team.memberId())
                .post(TASKS + "/{id}/roles/{r}/complete", task.id(), task.roleId(0))
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("roles.completed", contains(true, false))
                .body("roles[0].estimateToCompleteMinutes", is(0))
                .body("roles[0].completedAt", notNullValue());

        var event = events(task, "fengong.tasks.task-changed.v1").get(0);
        assertThat(event.data().at("/roles/0/completed").asBoolean()).isTrue();
        EventContracts.assertFits(event.type(), event.data());
    }
}
