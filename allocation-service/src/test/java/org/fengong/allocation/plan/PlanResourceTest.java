package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.body;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking for plans, reading, listing and cancelling them (S4). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PlanResourceTest {
    private static final String READ = PLANS + "/{id}";

    private final KnownFacts team = KnownFacts.ofTeam();

    @BeforeEach
    void monday() {
        Planning.itIsMonday();
    }

    private static UUID idOf(Response answer) {
        return UUID.fromString(answer.path("id"));
    }

    /** Keeps the job waiting for something that never comes, so that the plan stays SOLVING. */
    private String waiting() {
        return ", \"mustSee\": [{\"taskId\": \"%s\", \"version\": 1}]".formatted(UUID.randomUUID());
    }

    @Test
    void solvesInTheBackgroundAndProvesHowGoodThePlanIs() {
        team.member("Ann", 3);
        team.task(600, WEEK);

        var asked = leadOf(team)
                .body(body(4, ", \"seed\": 7, \"policy\": {\"fairnessWeight\": 150}", team.teamId))
                .post(PLANS);

        asked.then()
                .statusCode(202)
                .header("Location", endsWith(PLANS + "/" + asked.path("id")))
                .body("status", is("SOLVING"))
                .body("fromWeek", is(WEEK.toString()))
                .body("requestedBy", is(team.leadId.toString()))
                .body("value", nullValue());
        var plan = Planning.solved(asked);
        plan.then()
                .body("status", is("DRAFT"))
                .body("seed", is(7))
                .body("policy.fairnessWeight", is(150))
                .body("bound", equalTo(plan.path("value")))
                .body("gap", is(0.0f))
                .body("provenOptimal", is(true))
                .body("assignedRoles", is(1))
                .body("unassignedRoles", is(0))
                .body("inputHash", matchesRegex("[0-9a-f]{64}"))
                .body("inputAsOf.tasks", is(1))
                .body("inputAsOf.members", greaterThanOrEqualTo(1))
                .body("costs.unassigned", is(0))
                .body("inherited", hasSize(0))
                .body("searchEnd", is("PROVEN_OPTIMAL"))
                .body("solvedAt", notNullValue());
        var told = OutboxRows.of(idOf(plan));
        assertThat(told).singleElement().satisfies(row -> {
            assertThat(row.topic()).isEqualTo("fengong.allocation.plan.v1");
            assertThat(row.type()).isEqualTo("fengong.allocation.plan-solved.v1");
            EventContracts.assertFits(row.type(), row.data());
            assertThat(row.data().path("version").asLong())
                    .isEqualTo(plan.<Integer>path("version").longValue());
        });
    }

    @Test
    void givesTheSamePlanToTheSameQuestion() {
        team.member("Ann", 3);
        team.member("Ben", 4);
        for (int i = 0; i < 6; i++) {
            team.task(300 + 100 * i, WEEK);
        }

        var one = Planning.solved(Planning.ask(team, 3));
        var other = Planning.solved(Planning.ask(team, 3));

        assertThat(other.<String>path("inputHash")).isEqualTo(one.path("inputHash"));
        assertThat(other.<Object>path("value")).isEqualTo(one.path("value"));
        assertThat(Planning.assignments(idOf(other)).<List<Object>>path("assigned"))
                .isEqualTo(Planning.assignments(idOf(one)).path("assigned"));
    }

    @Test
    void plansSeveralTeamsTogether() {
        var other = KnownFacts.ofTeam();
        team.member("Ann", 3);
        team.task(600, WEEK);
        other.member("Ben", 3);
        other.task(600, WEEK);

        var plan = Planning.solved(as(TestTokens.admin())
                .body(body(2, "", team.teamId, other.teamId, team.teamId))
                .post(PLANS));

        plan.then()
                .body("teamIds", containsInAnyOrder(team.teamId.toString(), other.teamId.toString()))
                .body("assignedRoles", is(2));
    }

    @Test
    void hasAnEmptyPlanForATeamWithoutTasks() {
        var plan = Planning.solved(Planning.ask(team, 26));

        plan.then().body("status", is("DRAFT")).body("value", is(0)).body("assignedRoles", is(0));
    }

    @Test
    void letsNobodyButTheLeadOfAllTeamsAsk() {
        var ann = team.member("Ann", 3);
        var other = KnownFacts.ofTeam();
        var both = KnownFacts.ofTeam(); // a team of another lead, which this lead is a member of
        both.joins(team.leadId);

        assertRefused(
                403,
                "not-team-lead",
                () -> as(TestTokens.lead(ann)).body(body(1, "", team.teamId)).post(PLANS));
        assertRefused(
                403,
                "not-team-lead",
                () -> leadOf(team).body(body(1, "", team.teamId, both.teamId)).post(PLANS));
        // a team that the lead does not see looks like one that is not there
        assertRefused(
                        422,
                        "unknown-team",
                        "teamIds",
                        () -> leadOf(team)
                                .body(body(1, "", team.teamId, other.teamId))
                                .post(PLANS))
                .header("Retry-After", "1");
        assertRefused(
                422,
                "unknown-team",
                "teamIds",
                () -> as(TestTokens.narrowedLead(team.leadId, other.teamId))
                        .body(body(1, "", team.teamId))
                        .post(PLANS));
        assertRefused(
                403,
                "not-team-lead",
                () -> as(TestTokens.service()).body(body(1, "", team.teamId)).post(PLANS));
        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.member(team.leadId))
                        .body(body(1, "", team.teamId))
                        .post(PLANS));
        assertRefused(
                403,
                "forbidden",
                () -> as(TestTokens.viewer()).body(body(1, "", team.teamId)).post(PLANS));
        assertRefused(
                401,
                "unauthenticated",
                () -> io.restassured.RestAssured.given()
                        .contentType("application/json")
                        .body(body(1, "", team.teamId))
                        .post(PLANS));
    }

    @Test
    void plansForTheLeadInWhoseNameAServiceCalls() {
        var asked = as(TestTokens.service())
                .header("Fengong-Actor", team.leadId)
                .body(body(1, "", team.teamId))
                .post(PLANS);

        Planning.solved(asked).then().body("requestedBy", is(team.leadId.toString()));
    }

    @Test
    void refusesATeamThatItDoesNotKnow() {
        assertRefused(
                        422,
                        "unknown-team",
                        "teamIds",
                        () -> as(TestTokens.admin())
                                .body(body(1, "", UUID.randomUUID()))
                                .post(PLANS))
                .header("Retry-After", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 27, 500})
    void refusesAHorizonThatIsNoHalfYear(int weeks) {
        assertRefused(400, "invalid-request", "weeks", () -> Planning.ask(team, weeks));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"weeks\": 4} | teamIds",
                "{\"teamIds\": [], \"weeks\": 4} | teamIds",
                "{\"teamIds\": [null], \"weeks\": 4} | teamIds[0]",
                "{\"teamIds\": [\"brand\"], \"weeks\": 4} | teamIds[0]",
                "{\"teamIds\": [\"$\"]} | weeks",
                "{\"teamIds\": [\"$\"], \"weeks\": \"4\"} | weeks",
                "{\"teamIds\": [\"$\"], \"weeks\": 4.5} | weeks",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"horizon\": 4} | horizon",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"seed\": -1} | seed",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"fromWeek\": \"next week\"} | fromWeek",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"fromWeek\": \"2027-W53\"} | fromWeek",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"policy\": {\"fitWeight\": 1001}} | policy.fitWeight",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"policy\": {\"maxLoadRatio\": 0.0}} | policy.maxLoadRatio",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"policy\": {\"speed\": 1}} | policy.speed",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"mustSee\": [{\"version\": 1}]} | mustSee[0].taskId",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"mustSee\": [{\"taskId\": \"$\", \"version\": 0}]} | mustSee[0].version",
                "{\"teamIds\": [\"$\"], \"weeks\": 4, \"mustSee\": [null]} | mustSee[0]"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        assertRefused(
                400,
                "invalid-request",
                field,
                () -> leadOf(team)
                        .body(body.replace("$", team.teamId.toString()))
                        .post(PLANS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null"})
    void refusesABodyThatIsNoRequest(String body) {
        assertRefused(400, "invalid-request", () -> leadOf(team).body(body).post(PLANS));
    }

    @Test
    void refusesMoreTeamsThanAPlanMayHave() {
        var teams = java.util.stream.Stream.generate(UUID::randomUUID).limit(21).toArray(UUID[]::new);

        assertRefused(
                400,
                "invalid-request",
                "teamIds",
                () -> leadOf(team).body(body(1, "", teams)).post(PLANS));
    }

    @Test
    void refusesAWeekThatIsOver() {
        assertRefused(
                        422,
                        "week-in-the-past",
                        "fromWeek",
                        () -> leadOf(team)
                                .body(body(4, ", \"fromWeek\": \"%s\"".formatted(WEEK.minusWeeks(1)), team.teamId))
                                .post(PLANS))
                .body("detail", containsString(WEEK.toString()));
    }

    @Test
    void beginsWithinAYear() {
        Planning.solved(leadOf(team)
                .body(body(4, ", \"fromWeek\": \"%s\"".formatted(WEEK.plusWeeks(52)), team.teamId))
                .post(PLANS));
        assertRefused(
                422,
                "week-too-far",
                "fromWeek",
                () -> leadOf(team)
                        .body(body(4, ", \"fromWeek\": \"%s\"".formatted(WEEK.plusWeeks(53)), team.teamId))
                        .post(PLANS));
    }

    @Test
    void plansFromAWeekToCome() {
        team.member("Ann", 3);
        team.task(600, WEEK);

        var plan = Planning.solved(leadOf(team)
                .body(body(4, ", \"fromWeek\": \"%s\"".formatted(WEEK.plusWeeks(2)), team.teamId))
                .post(PLANS));

        Planning.assignments(idOf(plan))
                .then()
                .body("assigned[0].startWeek", is(WEEK.plusWeeks(2).toString()));
    }

    @Test
    void waitsForATaskThatThePlanMustSee() {
        team.member("Ann", 3);
        var task = team.task(600, WEEK);
        var asked = leadOf(team)
                .body(body(2, ", \"mustSee\": [{\"taskId\": \"%s\", \"version\": 2}]".formatted(task), team.teamId))
                .post(PLANS);

        team.changes(task, t -> t.put("title", "Seen"));

        var plan = Planning.solved(asked);
        plan.then().body("status", is("DRAFT"));
        Planning.assignments(idOf(plan)).then().body("assigned[0].taskTitle", is("Seen"));
    }

    @Test
    void failsWhenATaskThatItMustSeeDoesNotCome() {
        var task = team.task(600, WEEK);

        var plan = Planning.solved(leadOf(team)
                .body(body(2, ", \"mustSee\": [{\"taskId\": \"%s\", \"version\": 2}]".formatted(task), team.teamId))
                .post(PLANS));

        plan.then()
                .body("status", is("FAILED"))
                .body("failure", is("snapshot-behind"))
                .body("failureDetail", containsString("2 s"));
        assertRefused(409, "plan-status", () -> Planning.publish(team, idOf(plan)));
        Planning.assignments(idOf(plan)).then().statusCode(200).body("assigned", hasSize(0));
    }

    @Test
    void answersARepeatedRequestAsBefore() {
        var key = UUID.randomUUID().toString();
        var first = leadOf(team)
                .header("Idempotency-Key", key)
                .body(body(4, "", team.teamId))
                .post(PLANS);
        Planning.solved(first);

        var again = leadOf(team)
                .header("Idempotency-Key", key)
                .body(body(4, "", team.teamId))
                .post(PLANS);

        again.then()
                .statusCode(202)
                .header("Idempotency-Replayed", "true")
                .header("Location", first.header("Location"))
                .body("id", is(first.<String>path("id")));
        assertRefused(
                422,
                "idempotency-key-reused",
                () -> leadOf(team)
                        .header("Idempotency-Key", key)
                        .body(body(5, "", team.teamId))
                        .post(PLANS));
        assertThat(leadOf(team).queryParam("teamId", team.teamId).get(PLANS).<List<?>>path("items"))
                .hasSize(1);
    }

    @Test
    void cancelsAPlanThatIsBeingSolved() {
        var asked = leadOf(team).body(body(2, waiting(), team.teamId)).post(PLANS);
        var id = idOf(asked);

        leadOf(team).post(READ + "/cancel", id).then().statusCode(200).body("status", is("CANCELLED"));

        // the next plan is solved by the same worker afterwards, so the cancelled one was given up
        Planning.draft(team, 1);
        Planning.read(id).then().body("status", is("CANCELLED"));
        assertThat(OutboxRows.of(id)).isEmpty();
    }

    @Test
    void cancelsADraftOnce() {
        var id = Planning.draft(team, 1);

        leadOf(team).post(READ + "/cancel", id).then().statusCode(200);

        assertRefused(409, "plan-status", () -> leadOf(team).post(READ + "/cancel", id))
                .body("planStatus", is("CANCELLED"));
        assertRefused(409, "plan-status", () -> Planning.publish(team, id));
    }

    @Test
    void letsNobodyButTheLeadCommandAPlan() {
        var ann = team.member("Ann", 3);
        var id = Planning.draft(team, 1);

        for (var command : List.of("/cancel", "/publish")) {
            assertRefused(403, "not-team-lead", () -> as(TestTokens.lead(ann)).post(READ + command, id));
            assertRefused(403, "forbidden", () -> as(TestTokens.member(ann)).post(READ + command, id));
            assertRefused(
                    404,
                    "plan-not-found",
                    () -> as(TestTokens.lead(UUID.randomUUID())).post(READ + command, id));
            assertRefused(404, "plan-not-found", () -> leadOf(team).post(READ + command, UUID.randomUUID()));
        }
    }

    @Test
    void showsAPlanToItsTeamAlone() {
        var ann = team.member("Ann", 3);
        var id = Planning.draft(team, 1);

        for (var path : List.of(READ, READ + "/assignments")) {
            as(TestTokens.member(ann)).get(path, id).then().statusCode(200);
            as(TestTokens.viewer()).get(path, id).then().statusCode(200);
            as(TestTokens.member(UUID.randomUUID()))
                    .get(path, id)
                    .then()
                    .statusCode(404)
                    .body("type", endsWith("plan-not-found"));
            as(TestTokens.admin()).get(path, UUID.randomUUID()).then().statusCode(404);
            as(TestTokens.admin()).get(path, "no-id").then().statusCode(404);
        }
    }

    @Test
    void listsTheNewestPlansOfATeamPageByPage() {
        var ids = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            ids.add(0, Planning.draft(team, 1).toString());
        }
        leadOf(team).post(READ + "/cancel", ids.get(1)).then().statusCode(200);

        var first = leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("limit", 2)
                .get(PLANS);
        first.then().statusCode(200).body("items.id", is(ids.subList(0, 2)));
        var second = leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(PLANS);
        second.then().body("items.id", is(ids.subList(2, 3))).body("next", nullValue());
        leadOf(team)
                .queryParam("teamId", team.teamId)
                .queryParam("status", "CANCELLED")
                .get(PLANS)
                .then()
                .body("items.id", is(ids.subList(1, 2)));
        leadOf(team).get(PLANS).then().body("items.id", is(ids));
        as(TestTokens.lead(UUID.randomUUID())).get(PLANS).then().statusCode(200).body("items", hasSize(0));
        as(TestTokens.member(UUID.randomUUID()))
                .queryParam("teamId", team.teamId)
                .get(PLANS)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void asksTheDatabaseOnceForAllPlansOfAPage() {
        team.member("Ann", 3);
        team.task(600, WEEK);
        Planning.draft(team, 1);
        var forOne = Statements.countedIn(() -> leadOf(team).get(PLANS).then().body("items", hasSize(1)));
        Planning.draft(team, 1);
        Planning.draft(team, 1);

        var forThree = Statements.countedIn(() -> leadOf(team).get(PLANS).then().body("items.searchEnd", hasSize(3)));

        assertThat(forThree).isEqualTo(forOne).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "teamId, brand",
        "status, DONE",
        "limit, 0",
        "limit, 101",
        "limit, many",
        "cursor, nonsense",
        "team, x",
        "sort, status"
    })
    void refusesAListQueryThatItDoesNotUnderstand(String parameter, String value) {
        assertRefused(
                400,
                "invalid-request",
                parameter,
                () -> leadOf(team).queryParam(parameter, value).get(PLANS));
    }

    @Test
    void refusesAParameterThatACommandDoesNotHave() {
        var id = Planning.draft(team, 1);

        assertRefused(400, "invalid-request", "force", () -> leadOf(team).post(READ + "/publish?force=true", id));
    }

    @Test
    void countsTheDaysFromTodayOn() {
        Planning.itIs(WEEK, DayOfWeek.THURSDAY);
        team.member("Ann", 3);
        team.task(1200, WEEK);

        var id = Planning.draft(team, 2);

        // 960 minutes are left on Thursday and Friday of 480 each
        Planning.assignments(id)
                .then()
                .body("assigned[0].weeks.minutes.sum()", is(1200))
                .body("assigned[0].weeks[0].minutes", org.hamcrest.Matchers.lessThanOrEqualTo(960));
    }
}
