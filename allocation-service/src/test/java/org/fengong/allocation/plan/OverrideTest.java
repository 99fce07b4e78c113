package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.testing.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.YearWeek;

/** A lead decides on a role of the plan in force, and pins what plans shall leave (S4, P5). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class OverrideTest {
    private static final String OVERRIDE = PLANS + "/{id}/override";
    private static final String ASSIGNMENT = "/api/v1/assignments/{id}";
    private static final int ROUNDS = 4;

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
    }

    private String decision(UUID task, UUID member, YearWeek start, String more) {
        return "{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\"%s}"
                .formatted(team.roleOf(task), member, start, more);
    }

    private Response override(UUID plan, UUID task, UUID member, YearWeek start, String more) {
        return leadOf(team).body(decision(task, member, start, more)).post(OVERRIDE, plan);
    }

    private Response override(UUID plan, UUID task, UUID member) {
        return override(plan, task, member, WEEK, "");
    }

    private static OutboxRows.Row last(UUID key) {
        var rows = OutboxRows.of(key);
        assertThat(rows).isNotEmpty().allSatisfy(row -> EventContracts.assertFits(row.type(), row.data()));
        return rows.get(rows.size() - 1);
    }

    private static String standing(UUID task) {
        return assignmentsOf(task).path("items.find { it.status == 'ACTIVE' }.id");
    }

    private static String holder(UUID task) {
        return assignmentsOf(task).path("items.find { it.status == 'ACTIVE' }.memberId");
    }

    @Test
    void givesTheRoleToWhomTheLeadWantsAndTellsEverybody() {
        var task = team.task(600, WEEK);
        var plan = published(team, 2);
        var ben = team.member("Ben", 2);

        var answer = override(plan, task, ben, WEEK.plusWeeks(1), ", \"reason\": \"Knows the customer\"");

        answer.then()
                .statusCode(200)
                .body("taskId", is(task.toString()))
                .body("previousMemberId", is(ann.toString()))
                .body("brokenRules", empty())
                .body("weeks.week", contains(WEEK.plusWeeks(1).toString()))
                .body("weeks.minutes", contains(600))
                .body("weeks.loadMinutes", contains(600))
                .body("weeks.capacityMinutes", contains(2400))
                .body("assignment.memberId", is(ben.toString()))
                .body("assignment.origin", is("LEAD"))
                .body("assignment.pinned", is(true))
                .body("assignment.status", is("ACTIVE"))
                .body("assignment.planId", is(plan.toString()))
                .body("assignment.reason", is("Knows the customer"));
        assignmentsOf(task)
                .then()
                .body("items.memberId", contains(ann.toString(), ben.toString()))
                .body("items.status", contains("RELEASED", "ACTIVE"))
                .body("items[0].cause", is("OVERRIDDEN"));
        assertThat(last(task)).satisfies(row -> {
            assertThat(row.type()).isEqualTo("fengong.allocation.task-assigned.v1");
            assertThat(row.data().path("reason").asText()).isEqualTo("overridden");
            assertThat(row.data().path("actor").asText()).isEqualTo(team.leadId.toString());
            assertThat(row.data().path("assignments")).hasSize(1);
            assertThat(row.data().at("/assignments/0/origin").asText()).isEqualTo("LEAD");
            assertThat(row.data().at("/previous/0/memberId").asText()).isEqualTo(ann.toString());
        });
        for (var member : List.of(ann, ben)) {
            assertThat(last(member).data().path("cause").asText()).isEqualTo("overridden");
            StoredLoads.assertAddUp(member);
        }
        assertThat(Planning.loadMinutes(ann, WEEK)).isZero();
        assertThat(Planning.loadMinutes(ben, WEEK.plusWeeks(1))).isEqualTo(600);
    }

    @Test
    void saysExactlyWhatItCosts() {
        var ben = team.member("Ben", 2);
        var task = team.task(600, WEEK);
        team.task(900, WEEK);
        var plan = published(team, 1);
        var assigned = "assigned.find { it.taskId == '%s' }".formatted(task);
        var other = holder(task).equals(ben.toString()) ? ann : ben;
        var asAlternative = Planning.assignments(plan)
                .<Number>path(assigned + ".alternatives.find { it.memberId == '%s' }.costDifference".formatted(other))
                .longValue();

        var answer = override(plan, task, other, WEEK, ", \"dryRun\": true");

        // the plan's own difference, and 400 a minute for another member than published
        var changeCost = 400L * 600;
        assertThat(answer.<Number>path("costDifference").longValue()).isEqualTo(asAlternative + changeCost);
        answer.then().body("costsBefore.change", is(0)).body("costsAfter.change", is((int) changeCost));
    }

    @Test
    void aDryRunChangesNothing() {
        var task = team.task(600, WEEK);
        var plan = published(team, 2);
        var ben = team.member("Ben", 2);
        var told = OutboxRows.count();

        override(plan, task, ben, WEEK, ", \"dryRun\": true")
                .then()
                .statusCode(200)
                .body("assignment", nullValue());

        assertThat(OutboxRows.count()).isEqualTo(told);
        assertThat(holder(task)).isEqualTo(ann.toString());
    }

    @Test
    void mayExceedTheCapacityAndSaysByHowMuch() {
        var small = team.task(600, WEEK, t -> ((ObjectNode) t.at("/roles/0")).put("spanWeeks", 1));
        var plan = published(team, 1);
        var ben = team.member("Ben", 2);
        var large = team.task(2100, WEEK, t -> t.put("importance", 5));
        override(plan, large, ben).then().statusCode(200).body("brokenRules", empty());

        var answer = override(plan, small, ben);

        answer.then()
                .statusCode(200)
                .body("brokenRules", hasSize(1))
                .body("brokenRules[0].rule", is("CAPACITY"))
                .body("brokenRules[0].memberId", is(ben.toString()))
                .body("brokenRules[0].week", is(WEEK.toString()))
                .body("brokenRules[0].overByMinutes", is(300))
                .body("brokenRules[0].detail", is("Ben has 5.0 h more than time for in %s.".formatted(WEEK)))
                .body("weeks.loadMinutes", contains(2700));
        assertThat(OutboxRows.of(ben))
                .extracting(OutboxRows.Row::type)
                .contains("fengong.allocation.overload-detected.v1");
        StoredLoads.assertAddUp(ben);
    }

    @Test
    void worksOnAfterThePlanWhereTheMemberHasTooLittleTimeInIt() {
        var small = team.task(600, WEEK);
        var plan = published(team, 1);
        var ben = team.member("Ben", 2);
        override(plan, team.task(2100, WEEK), ben).then().statusCode(200);

        override(plan, small, ben)
                .then()
                .statusCode(200)
                .body("brokenRules.rule", contains("HORIZON"))
                .body("brokenRules[0].detail", is("\"Write the flyer\" ends after the plan."))
                .body("weeks.minutes.sum()", is(600))
                .body("weeks[0].loadMinutes", lessThanOrEqualTo(2400))
                .body("weeks[1].week", is(WEEK.plusWeeks(1).toString()))
                .body("weeks[1].capacityMinutes", nullValue());
    }

    @Test
    void namesTheRulesThatItBreaks() {
        var before = team.task(600, WEEK);
        var after = team.task(600, WEEK.plusWeeks(2), t -> {
            KnownFacts.waitsFor(t, before);
            t.put("title", "Print the flyer");
        });
        var plan = published(team, 3);
        var newcomer = team.member("Nia", 0);

        override(plan, before, newcomer, WEEK.plusWeeks(2), "")
                .then()
                .statusCode(200)
                .body("brokenRules.rule", org.hamcrest.Matchers.containsInAnyOrder("SKILL", "DEPENDENCY"))
                .body(
                        "brokenRules.find { it.rule == 'SKILL' }.detail",
                        is("Nia does not hold what \"Write the flyer\" asks for."))
                .body(
                        "brokenRules.find { it.rule == 'DEPENDENCY' }.roleId",
                        is(team.roleOf(after).toString()))
                .body(
                        "brokenRules.find { it.rule == 'DEPENDENCY' }.detail",
                        is("\"Print the flyer\" begins before what it waits for has ended."));
    }

    @Test
    void givesARoleThatNobodyHas() {
        var task = team.task(600, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 5));
        var plan = published(team, 1);

        override(plan, task, ann)
                .then()
                .statusCode(200)
                .body("previousMemberId", nullValue())
                .body("costsAfter.unassigned", is(0))
                .body("brokenRules.rule", contains("SKILL"));

        assertThat(holder(task)).isEqualTo(ann.toString());
    }

    @Test
    void movesTheWeeksOfTheSameMember() {
        var task = team.task(600, WEEK.plusWeeks(1));
        var plan = published(team, 2);
        var id = standing(task);

        override(plan, task, ann, WEEK.plusWeeks(1), ", \"pinned\": false")
                .then()
                .statusCode(200)
                .body("assignment.id", is(id))
                .body("assignment.pinned", is(false))
                .body("assignment.startWeek", is(WEEK.plusWeeks(1).toString()));

        assertThat(Planning.loadMinutes(ann, WEEK)).isZero();
        assertThat(Planning.loadMinutes(ann, WEEK.plusWeeks(1))).isEqualTo(600);
        StoredLoads.assertAddUp(ann);
    }

    @Test
    void asksTheMemberWhereTheTeamDoes() {
        team.offersItsPlans();
        var task = team.task(600, WEEK);
        var plan = published(team, 1);
        var ben = team.member("Ben", 2);

        override(plan, task, ben).then().body("assignment.status", is("OFFERED"));
    }

    @Test
    void laterPlansLeaveWhatIsPinnedAndMoveItOnceItIsNot() {
        var task = team.task(600, WEEK);
        var plan = published(team, 2);
        var newcomer = team.member("Nia", 0); // whom no plan would choose
        override(plan, task, newcomer, WEEK.plusWeeks(1), "").then().statusCode(200);

        published(team, 2);

        assignmentsOf(task)
                .then()
                .body("items.find { it.status == 'ACTIVE' }.memberId", is(newcomer.toString()))
                .body(
                        "items.find { it.status == 'ACTIVE' }.startWeek",
                        is(WEEK.plusWeeks(1).toString()));
        leadOf(team)
                .post(ASSIGNMENT + "/unpin", standing(task))
                .then()
                .statusCode(200)
                .body("pinned", is(false));
        published(team, 2);
        assertThat(holder(task)).isEqualTo(ann.toString());
    }

    @Test
    void aDraftThatMovesWhatWasPinnedSinceIsStale() {
        var task = team.task(600, WEEK);
        published(team, 2);
        team.member("Ben", 5);
        team.changes(task, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 4));
        var draft = draft(team, 2);

        leadOf(team)
                .post(ASSIGNMENT + "/pin", standing(task))
                .then()
                .statusCode(200)
                .body("pinned", is(true));

        assertRefused(409, "plan-stale", () -> publish(team, draft))
                .body("changes", contains("A role of the task \"Write the flyer\" was pinned elsewhere."));
        assertThat(holder(task)).isEqualTo(ann.toString());
    }

    @Test
    void aDraftThatLeavesWhatWasPinnedSinceIsPublished() {
        var task = team.task(600, WEEK);
        published(team, 2);
        var draft = draft(team, 2);
        leadOf(team).post(ASSIGNMENT + "/pin", standing(task)).then().statusCode(200);

        publish(team, draft).then().statusCode(200);
    }

    @Test
    void pinsWhatStandsAlone() {
        var task = team.task(600, WEEK);
        published(team, 1);
        var id = standing(task);
        team.cancels(task);

        assertRefused(409, "assignment-ended", () -> leadOf(team).post(ASSIGNMENT + "/pin", id))
                .body("assignmentStatus", is("RELEASED"));
        assertRefused(404, "assignment-not-found", () -> leadOf(team).post(ASSIGNMENT + "/pin", UUID.randomUUID()));
    }

    @Test
    void letsNobodyButTheLeadDecide() {
        var task = team.task(600, WEEK);
        var plan = published(team, 1);
        var id = standing(task);
        var body = decision(task, ann, WEEK, "");

        for (var command : List.of("/pin", "/unpin")) {
            assertRefused(403, "not-team-lead", () -> as(TestTokens.lead(ann)).post(ASSIGNMENT + command, id));
            assertRefused(403, "forbidden", () -> as(TestTokens.member(ann)).post(ASSIGNMENT + command, id));
            assertRefused(
                    404,
                    "assignment-not-found",
                    () -> as(TestTokens.lead(UUID.randomUUID())).post(ASSIGNMENT + command, id));
        }
        assertRefused(
                403, "not-team-lead", () -> as(TestTokens.lead(ann)).body(body).post(OVERRIDE, plan));
        assertRefused(
                403, "forbidden", () -> as(TestTokens.member(ann)).body(body).post(OVERRIDE, plan));
        assertRefused(403, "forbidden", () -> as(TestTokens.viewer()).body(body).post(OVERRIDE, plan));
        assertRefused(
                404,
                "plan-not-found",
                () -> as(TestTokens.lead(UUID.randomUUID())).body(body).post(OVERRIDE, plan));
        assertRefused(
                401,
                "unauthenticated",
                () -> io.restassured.RestAssured.given()
                        .contentType("application/json")
                        .body(body)
                        .post(OVERRIDE, plan));
    }

    @Test
    void decidesOnThePlanInForceAlone() {
        var task = team.task(600, WEEK);
        var waiting = draft(team, 1);
        assertRefused(409, "plan-status", () -> override(waiting, task, ann)).body("planStatus", is("DRAFT"));
        var first = published(team, 1);
        published(team, 1);

        assertRefused(409, "plan-status", () -> override(first, task, ann)).body("planStatus", is("SUPERSEDED"));
        assertRefused(404, "plan-not-found", () -> override(UUID.randomUUID(), task, ann));
    }

    @Test
    void refusesWhatIsNoneOfThePlans() {
        var task = team.task(600, WEEK);
        var done = team.task(300, WEEK);
        var plan = published(team, 2);
        var nothingLeft = team.task(300, WEEK);
        team.completesRole(done);
        team.estimates(nothingLeft, 0);
        var other = KnownFacts.ofTeam();
        var stranger = other.member("Zoe", 3);
        var theirs = other.roleOf(other.task(600, WEEK));

        assertRefused(422, "unknown-member", "memberId", () -> override(plan, task, stranger));
        assertRefused(422, "unknown-role", "roleId", () -> override(plan, done, ann));
        assertRefused(422, "unknown-role", "roleId", () -> override(plan, nothingLeft, ann));
        assertRefused(
                422,
                "unknown-role",
                "roleId",
                () -> leadOf(team)
                        .body("{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\"}"
                                .formatted(theirs, ann, WEEK))
                        .post(OVERRIDE, plan));
        assertRefused(422, "week-outside-plan", "startWeek", () -> override(plan, task, ann, WEEK.minusWeeks(1), ""));
        assertRefused(422, "week-outside-plan", "startWeek", () -> override(plan, task, ann, WEEK.plusWeeks(2), ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"memberId\": \"$\", \"startWeek\": \"2026-W49\"} | roleId",
                "{\"roleId\": \"$\", \"startWeek\": \"2026-W49\"} | memberId",
                "{\"roleId\": \"$\", \"memberId\": \"$\"} | startWeek",
                "{\"roleId\": \"$\", \"memberId\": \"$\", \"startWeek\": \"2027-W53\"} | startWeek",
                "{\"roleId\": \"Author\", \"memberId\": \"$\", \"startWeek\": \"2026-W49\"} | roleId",
                "{\"roleId\": \"$\", \"memberId\": \"$\", \"startWeek\": \"2026-W49\", \"reason\": \"\"} | reason",
                "{\"roleId\": \"$\", \"memberId\": \"$\", \"startWeek\": \"2026-W49\", \"pinned\": \"yes\"} | pinned",
                "{\"roleId\": \"$\", \"memberId\": \"$\", \"startWeek\": \"2026-W49\", \"force\": true} | force"
            })
    void namesTheFieldThatIsWrong(String body, String field) {
        var plan = published(team, 1);

        assertRefused(
                400,
                "invalid-request",
                field,
                () -> leadOf(team).body(body.replace("$", ann.toString())).post(OVERRIDE, plan));
    }

    @Test
    void answersARepeatedDecisionAsBefore() {
        var task = team.task(600, WEEK);
        var plan = published(team, 1);
        var ben = team.member("Ben", 2);
        var key = UUID.randomUUID().toString();
        var body = decision(task, ben, WEEK, "");
        var first = leadOf(team).header("Idempotency-Key", key).body(body).post(OVERRIDE, plan);
        var told = OutboxRows.count();

        var again = leadOf(team).header("Idempotency-Key", key).body(body).post(OVERRIDE, plan);

        again.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(OutboxRows.count()).isEqualTo(told);
    }

    @RepeatedTest(ROUNDS)
    void twoDecisionsOnOneRoleComeOneAfterTheOther() throws Exception {
        var task = team.task(600, WEEK);
        var plan = published(team, 1);
        var ben = team.member("Ben", 2);
        var cem = team.member("Cem", 2);

        var answers = Together.send(List.of(() -> override(plan, task, ben), () -> override(plan, task, cem)));

        assertThat(answers).extracting(Response::statusCode).containsExactly(200, 200);
        assertThat(assignmentsOf(task).<List<String>>path("items.findAll { it.status == 'ACTIVE' }.memberId"))
                .hasSize(1)
                .isSubsetOf(ben.toString(), cem.toString());
        List.of(ann, ben, cem).forEach(StoredLoads::assertAddUp);
    }

    @RepeatedTest(ROUNDS)
    void aDraftThatMovesTheRoleIsPublishedOrTheLeadDecides() throws Exception {
        var task = team.task(600, WEEK);
        var plan = published(team, 1);
        var ben = team.member("Ben", 5);
        var cem = team.member("Cem", 2);
        team.changes(task, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 4));
        var draft = draft(team, 1);

        var answers = Together.send(List.of(() -> publish(team, draft), () -> override(plan, task, cem)));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        var published = answers.get(0).statusCode() == 200;
        assertThat(holder(task)).isEqualTo((published ? ben : cem).toString());
        List.of(ann, published ? ben : cem).forEach(StoredLoads::assertAddUp);
    }
}
