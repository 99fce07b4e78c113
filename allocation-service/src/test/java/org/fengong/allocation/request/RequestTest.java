package org.fengong.allocation.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignments;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.YearWeek;

/** The brand team needs 300 minutes of sales by the end of the third week. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class RequestTest {
    private static final String REQUESTS = "/api/v1/requests";

    private KnownFacts team;
    private KnownFacts.Department sales;
    private UUID sam;
    private UUID task;
    private UUID request;

    @BeforeEach
    void aTaskNeedsSales() {
        Planning.itIsMonday();
        team = KnownFacts.ofTeam();
        sales = KnownFacts.otherDepartment();
        team.member("Ann", 3);
        sam = team.member("Sam", 3);
        team.belongsTo(sam, sales);
        task = team.task(600, WEEK.plusWeeks(2), t -> {
            KnownFacts.addRole(t, UUID.randomUUID(), 300, team.skillId, 2);
            ((ObjectNode) t.at("/roles/1")).put("departmentId", sales.id().toString());
        });
        request = UUID.fromString(list().path("items[0].id"));
    }

    private Response list() {
        return leadOf(team).queryParam("teamId", team.teamId).get(REQUESTS);
    }

    private Response read() {
        return as(TestTokens.admin()).get(REQUESTS + "/{id}", request);
    }

    private Response answer(String token, String how, String body) {
        return as(token).header("If-Match", read().header("ETag")).body(body).post(REQUESTS + "/{id}/" + how, request);
    }

    private Response accept(String body) {
        return answer(TestTokens.member(sales.leadId()), "accept", body);
    }

    private Response decline() {
        return answer(TestTokens.member(sales.leadId()), "decline", "{\"reason\": \"The quarter closes.\"}");
    }

    private List<OutboxRows.Row> events() {
        return OutboxRows.of(request).stream()
                .peek(row -> EventContracts.assertFits(row.type(), row.data()))
                .toList();
    }

    private String lastFact() {
        var rows = events();
        return rows.get(rows.size() - 1).type();
    }

    @Test
    void isOpenedForWhatTheTaskNeedsOfTheDepartment() {
        list().then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].departmentId", is(sales.id().toString()))
                .body("items[0].taskId", is(task.toString()))
                .body("items[0].minutes", is(300))
                .body("items[0].roleIds", hasSize(1))
                .body("items[0].dueDate", is(Weeks.sunday(WEEK.plusWeeks(2)).toString()))
                .body("items[0].status", is("OPEN"));
        assertThat(events()).hasSize(1);
        assertThat(lastFact()).isEqualTo("fengong.allocation.request-opened.v1");
    }

    @Test
    void isNotOpenedForTheTeamsOwnDepartment() {
        team.task(600, WEEK, t -> ((ObjectNode) t.at("/roles/0")).put("departmentId", team.departmentId.toString()));

        list().then().body("items", hasSize(1));
    }

    @Test
    void followsTheNeedUntilItIsAnswered() {
        team.changes(task, t -> ((ObjectNode) t.at("/roles/1")).put("effortMinutes", 480));

        list().then().body("items.minutes", contains(480)).body("items.version", contains(2));
        assertThat(events()).hasSize(2);
        team.changes(task, t -> t.put("importance", 4));
        assertThat(events()).hasSize(2);
    }

    @Test
    void keepsItsAnswerUntilAFurtherRoleNeedsTheDepartment() {
        decline().then().statusCode(200);
        team.changes(task, t -> ((ObjectNode) t.at("/roles/1")).put("effortMinutes", 480));
        list().then().body("items.status", contains("DECLINED"));

        team.changes(
                task,
                t -> ((ObjectNode) t.at("/roles/0"))
                        .put("departmentId", sales.id().toString()));

        list().then()
                .body("items.status", contains("OPEN"))
                .body("items[0].roleIds", hasSize(2))
                .body("items[0]", not(hasKey("reason")));
        assertThat(lastFact()).isEqualTo("fengong.allocation.request-opened.v1");
    }

    @Test
    void isWithdrawnWhenTheNeedGoesAndOpenedWhenItComesBack() {
        team.changes(task, t -> ((ObjectNode) t.at("/roles/1")).remove("departmentId"));
        list().then().body("items.status", contains("WITHDRAWN")).body("items.reason", contains("no-longer-needed"));
        assertThat(lastFact()).isEqualTo("fengong.allocation.request-withdrawn.v1");
        assertRefused(409, "request-answered", this::decline);

        team.changes(
                task,
                t -> ((ObjectNode) t.at("/roles/1"))
                        .put("departmentId", sales.id().toString()));
        list().then().body("items.status", contains("OPEN"));
        team.cancels(task);

        list().then().body("items.status", contains("WITHDRAWN"));
    }

    @Test
    void isWithdrawnWhenTheTeamComesToBelongToTheDepartment() {
        team.worksFor(sales);

        list().then().body("items.status", contains("WITHDRAWN"));
    }

    @Test
    void looksForTheRequestsOfAllTasksAtOnceWhenTheTeamChanges() {
        var forOne = Statements.countedIn(() -> team.worksFor(KnownFacts.otherDepartment()));
        for (int i = 0; i < 9; i++) {
            team.task(
                    60,
                    WEEK,
                    t -> ((ObjectNode) t.at("/roles/0"))
                            .put("departmentId", sales.id().toString()));
        }

        var forTen = Statements.countedIn(() -> team.worksFor(KnownFacts.otherDepartment()));

        assertThat(forTen).isEqualTo(forOne);
        list().then().body("items", hasSize(10));
    }

    @Test
    void isAcceptedWithAPersonAndAWeek() {
        accept("{\"memberId\": \"%s\", \"sharePercent\": 30, \"startWeek\": \"%s\"}".formatted(sam, WEEK.plusWeeks(1)))
                .then()
                .statusCode(200)
                .body("status", is("ACCEPTED"))
                .body("actor", is(sales.leadId().toString()))
                .body("startWeek", is(WEEK.plusWeeks(1).toString()))
                .body("collaborator.memberId", is(sam.toString()))
                .body("collaborator.sharePercent", is(30))
                .body("collaborator.from", is(Weeks.monday(WEEK.plusWeeks(1)).toString()))
                .body("collaborator.to", is(Weeks.sunday(WEEK.plusWeeks(2)).toString()));

        assertThat(lastFact()).isEqualTo("fengong.allocation.request-answered.v1");
    }

    @Test
    void givesItsWeekToEveryPlanAsTheEarliestStartOfTheRole() {
        var early = draft(team, 4);
        assignments(early).then().body("assigned.startWeek", contains(WEEK.toString(), WEEK.toString()));
        accept("{\"startWeek\": \"%s\"}".formatted(WEEK.plusWeeks(1)))
                .then()
                .statusCode(200)
                .body("$", not(hasKey("collaborator")));

        assertRefused(409, "plan-stale", () -> publish(team, early))
                .body("changes", hasItem(stringContainsInOrder("Another department", "later")));
        var later = assignments(draft(team, 4));
        later.then()
                .body(
                        "assigned.find { it.memberId == '%s' }.startWeek".formatted(sam),
                        is(WEEK.plusWeeks(1).toString()))
                .body("assigned.find { it.memberId != '%s' }.startWeek".formatted(sam), is(WEEK.toString()));
    }

    @Test
    void tellsWhenAPlanOrALeadMovesWhatTheDepartmentWaitsFor() {
        var plan = published(team, 4);
        list().then().body("items[0].plannedWeeks", contains(WEEK.toString()));
        assertMoved(List.of(), List.of(WEEK), "plan-published", 2);
        var etag = read().header("ETag");

        override(plan, WEEK.plusWeeks(1)).then().statusCode(200);

        assertMoved(List.of(WEEK), List.of(WEEK.plusWeeks(1)), "overridden", 3);
        list().then().body("items[0].plannedWeeks", contains(WEEK.plusWeeks(1).toString()));
        // what was answered to the weeks before is not taken for these
        assertRefused(
                412,
                "stale-version",
                () -> as(TestTokens.member(sales.leadId()))
                        .header("If-Match", etag)
                        .body("{\"startWeek\": \"%s\"}".formatted(WEEK))
                        .post(REQUESTS + "/{id}/accept", request));
        override(plan, WEEK.plusWeeks(1)).then().statusCode(200);
        assertThat(events()).hasSize(3);
    }

    @Test
    void tellsWhenNobodyHasTheRoleAnyMoreAndWhenSomebodyGetsIt() {
        published(team, 4);
        team.leaves(sam, WEEK.atDay(DayOfWeek.MONDAY));
        assertMoved(List.of(WEEK), List.of(), "member-left", 3);
        list().then().body("items[0].plannedWeeks", empty());
        team.belongsTo(team.member("Sue", 3), sales);

        published(team, 4);

        assertMoved(List.of(), List.of(WEEK), "plan-published", 4);
    }

    @Test
    void tellsNothingOfWhatStaysAsItIsNorOfWhatTheDepartmentHasDeclined() {
        decline().then().statusCode(200);
        published(team, 4);
        assertThat(lastFact()).isEqualTo("fengong.allocation.request-answered.v1");

        team.cancels(task);

        assertThat(lastFact()).isEqualTo("fengong.allocation.request-withdrawn.v1");
        assertThat(events()).hasSize(3);
    }

    private Response override(UUID plan, YearWeek week) {
        return leadOf(team)
                .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\"}"
                        .formatted(list().path("items[0].roleIds[0]"), sam, week))
                .post(PLANS + "/{id}/override", plan);
    }

    private void assertMoved(List<YearWeek> before, List<YearWeek> now, String reason, long version) {
        var rows = events();
        var last = rows.get(rows.size() - 1);
        assertThat(last.type()).isEqualTo("fengong.allocation.request-moved.v1");
        assertThat(weeks(last.data().get("previousWeeks"))).isEqualTo(before);
        assertThat(weeks(last.data().get("weeks"))).isEqualTo(now);
        assertThat(last.data().get("reason").asText()).isEqualTo(reason);
        assertThat(last.data().get("version").asLong()).isEqualTo(version);
        read().then().body("version", is((int) version));
    }

    private static List<YearWeek> weeks(JsonNode weeks) {
        return StreamSupport.stream(weeks.spliterator(), false)
                .map(week -> YearWeek.parse(week.asText()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                              | 422 | person-or-week-missing | memberId
            {"memberId": "01a10b55-9603-7f7d-8c62-931d2e8a6edd"}            | 422 | not-in-department      | memberId
            {"startWeek": "2020-W01"}                                       | 422 | week-over              | startWeek
            {"startWeek": "2099-W01"}                                       | 422 | week-after-due         | startWeek
            {"startWeek": "next week"}                                      | 400 | invalid-request        | startWeek
            {"memberId": "sam"}                                             | 400 | invalid-request        | memberId
            {"startWeek": "2099-W01", "sharePercent": 101}                  | 400 | invalid-request        | sharePercent
            {"person": "sam"}                                               | 400 | invalid-request        | person
            """)
    void refusesAnAnswerThatMakesNoSense(String body, int status, String slug, String field) {
        assertRefused(status, slug, field, () -> accept(body));
        list().then().body("items.status", contains("OPEN")).body("items.version", contains(1));
    }

    @Test
    void refusesAPersonOfTheAskingTeamsDepartment() {
        var ben = team.member("Ben", 3);

        assertRefused(422, "not-in-department", "memberId", () -> accept("{\"memberId\": \"%s\"}".formatted(ben)));
        assertRefused(
                400,
                "invalid-request",
                "reason",
                () -> answer(TestTokens.member(sales.leadId()), "decline", "{\"reason\": \" \"}"));
    }

    @Test
    void isReadByTheTeamAndTheDepartmentAndAnsweredByItsLead() {
        for (var token : List.of(
                TestTokens.member(sales.leadId()),
                TestTokens.member(sales.contactId()),
                TestTokens.lead(team.leadId),
                TestTokens.viewer())) {
            as(token).get(REQUESTS + "/{id}", request).then().statusCode(200);
            as(token)
                    .queryParam("departmentId", sales.id())
                    .get(REQUESTS)
                    .then()
                    .body("items.id", contains(request.toString()));
        }
        var stranger = TestTokens.member(UUID.randomUUID());
        assertRefused(404, "request-not-found", () -> as(stranger).get(REQUESTS + "/{id}", request));
        as(stranger).queryParam("departmentId", sales.id()).get(REQUESTS).then().body("items", empty());

        var accepted = "{\"startWeek\": \"%s\"}".formatted(WEEK);
        assertRefused(404, "request-not-found", () -> answer(stranger, "accept", accepted));
        assertRefused(
                403, "not-department-lead", () -> answer(TestTokens.member(sales.contactId()), "accept", accepted));
        assertRefused(403, "not-department-lead", () -> answer(TestTokens.lead(team.leadId), "accept", accepted));
        assertRefused(403, "forbidden", () -> answer(TestTokens.viewer(), "accept", accepted));
        assertRefused(
                428,
                "if-match-required",
                () -> as(TestTokens.member(sales.leadId())).body(accepted).post(REQUESTS + "/{id}/accept", request));
        list().then().body("items.status", contains("OPEN"));
    }

    @Test
    void takesOneAnswer() throws Exception {
        var etag = read().header("ETag");
        var answers = Together.send(List.of(
                () -> as(TestTokens.member(sales.leadId()))
                        .header("If-Match", etag)
                        .body("{\"startWeek\": \"%s\"}".formatted(WEEK))
                        .post(REQUESTS + "/{id}/accept", request),
                () -> as(TestTokens.member(sales.leadId()))
                        .header("If-Match", etag)
                        .body("{\"reason\": \"No.\"}")
                        .post(REQUESTS + "/{id}/decline", request)));

        assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(200, 409);
        assertThat(events()).hasSize(2);
        assertRefused(409, "request-answered", this::decline);
    }

    @RepeatedTest(4)
    void isAnsweredBeforeAPlanMovesItOrNotWithoutReadingItAgain() throws Exception {
        var draft = draft(team, 4);
        var etag = read().header("ETag");
        var answers = Together.send(List.of(
                () -> as(TestTokens.member(sales.leadId()))
                        .header("If-Match", etag)
                        .body("{\"memberId\": \"%s\"}".formatted(sam))
                        .post(REQUESTS + "/{id}/accept", request),
                () -> publish(team, draft)));

        assertThat(answers.get(1).statusCode()).isEqualTo(200);
        assertThat(answers.get(0).statusCode()).isIn(200, 412);
        var accepted = answers.get(0).statusCode() == 200;
        read().then()
                .body("status", is(accepted ? "ACCEPTED" : "OPEN"))
                .body("plannedWeeks", contains(WEEK.toString()))
                .body("version", is(accepted ? 3 : 2));
        assertThat(lastFact()).isEqualTo("fengong.allocation.request-moved.v1");
    }

    @Test
    void isAnsweredOrWithdrawnButNotBothAtOnce() throws Exception {
        var etag = read().header("ETag");
        var withdrawing = new Thread(() -> team.cancels(task));
        withdrawing.start();
        var answer = as(TestTokens.member(sales.leadId()))
                .header("If-Match", etag)
                .body("{\"reason\": \"No.\"}")
                .post(REQUESTS + "/{id}/decline", request);
        withdrawing.join();

        assertThat(answer.statusCode()).isIn(200, 409);
        list().then().body("items.status", contains("WITHDRAWN"));
        assertThat(events()).hasSize(answer.statusCode() == 200 ? 3 : 2);
    }

    @Test
    void showsHowMuchWorkIsForOtherDepartments() {
        leadOf(team)
                .get("/api/v1/teams/{id}/cross-department-work", team.teamId)
                .then()
                .statusCode(200)
                .body("openMinutes", is(900))
                .body("crossDepartmentMinutes", is(300))
                .body("crossDepartmentShare", is(300 / 900f))
                .body("departments.departmentId", contains(sales.id().toString()))
                .body("departments.openMinutes", contains(300));
        decline().then().statusCode(200);
        published(team, 3); // the sales role to Sam, the other to Ann
        leadOf(team)
                .get("/api/v1/teams/{id}/cross-department-work", team.teamId)
                .then()
                .body("assignedMinutes", is(900))
                .body("assignedElsewhereMinutes", is(300))
                .body("assignedElsewhereShare", is(300 / 900f))
                .body("departments.openMinutes", contains(0))
                .body("departments.declinedMinutes", contains(300));
        assertRefused(
                404,
                "team-not-found",
                () -> as(TestTokens.member(UUID.randomUUID()))
                        .get("/api/v1/teams/{id}/cross-department-work", team.teamId));
    }
}
