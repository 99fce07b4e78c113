package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two plans against each other (S4). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PlanComparisonTest {
    private static final String COMPARISON = PLANS + "/{id}/comparison";

    private final KnownFacts team = KnownFacts.ofTeam();

    @BeforeEach
    void monday() {
        Planning.itIsMonday();
    }

    private Response compare(UUID plan, UUID with) {
        return leadOf(team).queryParam("with", with).get(COMPARISON, plan);
    }

    @Test
    void saysWhoAndWhenBeforeAndAfter() {
        var ann = team.member("Ann", 3);
        var moves = team.task(600, WEEK);
        team.task(900, WEEK);
        var inForce = published(team, 2);
        var ben = team.member("Ben", 5);
        team.changes(moves, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 4));
        var draft = draft(team, 2);

        var comparison = compare(draft, inForce);

        comparison
                .then()
                .statusCode(200)
                .body("plan.id", is(draft.toString()))
                .body("plan.status", is("DRAFT"))
                .body("with.status", is("PUBLISHED"))
                .body("sameQuestion", is(false))
                .body("samePolicy", is(true))
                .body("counts.otherMember", is(1))
                .body("counts.unchanged", is(1))
                .body("roles", hasSize(1))
                .body("roles[0].taskId", is(moves.toString()))
                .body("roles[0].change", is("OTHER_MEMBER"))
                .body("roles[0].before.memberName", is("Ann"))
                .body("roles[0].before.startWeek", is(WEEK.toString()))
                .body("roles[0].before.minutes", is(600))
                .body("roles[0].after.memberId", is(ben.toString()))
                .body("members.memberId", containsInAnyOrder(ann.toString(), ben.toString()))
                .body("members.find { it.memberName == 'Ann' }.differenceMinutes", is(-600))
                .body("members.find { it.memberName == 'Ann' }.withLoadRatio", is(1500 / 4800f))
                .body("members.find { it.memberName == 'Ben' }.minutes", is(600))
                .body("members.find { it.memberName == 'Ben' }.withLoadRatio", nullValue())
                .body("truncated", is(false));
    }

    @Test
    void partsOfTheValueAddUpToTheDifference() {
        team.member("Ann", 3);
        team.task(2400, WEEK);
        team.task(1200, WEEK);
        var one = draft(team, 1);
        var other = draft(team, 3);

        List<Map<String, Object>> costs = compare(one, other).path("costs");

        var total = costs.get(costs.size() - 1);
        assertThat(total).containsEntry("component", "total");
        assertThat(number(total, "value")).isEqualTo(number(Planning.read(one), "value"));
        assertThat(number(total, "withValue")).isEqualTo(number(Planning.read(other), "value"));
        assertThat(number(total, "difference"))
                .isNotZero()
                .isEqualTo(number(total, "value") - number(total, "withValue"));
        for (var key : List.of("value", "withValue", "difference")) {
            assertThat(costs.stream()
                            .limit(costs.size() - 1L)
                            .mapToLong(cost -> number(cost, key))
                            .sum())
                    .as(key)
                    .isEqualTo(number(total, key));
        }
    }

    private static long number(Map<String, Object> cost, String key) {
        return ((Number) cost.get(key)).longValue();
    }

    private static long number(Response answer, String path) {
        return answer.<Number>path(path).longValue();
    }

    @Test
    void tellsRolesThatSomebodyGetsOrNobodyAnyMore() {
        team.member("Ann", 3);
        team.task(2400, WEEK);
        var small = team.task(600, WEEK);
        var one = draft(team, 1);
        var two = draft(team, 2);

        compare(two, one)
                .then()
                .body("counts.assigned", is(1))
                .body("roles.find { it.change == 'ASSIGNED' }.before", nullValue());
        compare(one, two)
                .then()
                .body("counts.unassigned", is(1))
                .body("roles.find { it.change == 'UNASSIGNED' }.after", nullValue());
        team.cancels(small);
        team.task(300, WEEK);
        compare(draft(team, 2), two)
                .then()
                .body("counts.added", is(1))
                .body("counts.removed", is(1))
                .body("roles.change", containsInAnyOrder("ADDED", "REMOVED"));
    }

    @Test
    void aPlanDiffersInNothingFromItself() {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var plan = draft(team, 1);

        compare(plan, plan)
                .then()
                .statusCode(200)
                .body("sameQuestion", is(true))
                .body("roles", empty())
                .body("counts.unchanged", is(1))
                .body("costs.difference.unique()", contains(0));
    }

    @Test
    void saysThatThePoliciesDiffer() {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var standard = draft(team, 1);
        var other = Planning.solved(leadOf(team)
                .body(Planning.body(1, ", \"policyKey\": \"deadline-first\"", team.teamId))
                .post(PLANS));

        compare(UUID.fromString(other.path("id")), standard)
                .then()
                .body("samePolicy", is(false))
                .body("plan.policyKey", is("deadline-first"))
                .body("with.policyKey", is("balanced"));
    }

    @Test
    void refusesAPlanWithoutAResult() {
        var draft = draft(team, 1);
        var waits = UUID.fromString(leadOf(team)
                .body(Planning.body(
                        1,
                        ", \"mustSee\": [{\"taskId\": \"%s\", \"version\": 1}]".formatted(UUID.randomUUID()),
                        team.teamId))
                .post(PLANS)
                .path("id"));

        assertRefused(409, "plan-status", () -> compare(draft, waits)).body("planStatus", is("SOLVING"));
        assertRefused(409, "plan-status", () -> compare(waits, draft));
        leadOf(team).post(PLANS + "/{id}/cancel", waits).then().statusCode(200);
    }

    @Test
    void showsPlansToTheirTeamsAlone() {
        var ann = team.member("Ann", 3);
        var one = draft(team, 1);
        var other = KnownFacts.ofTeam();
        var theirs = draft(other, 1);

        as(TestTokens.member(ann))
                .queryParam("with", one)
                .get(COMPARISON, one)
                .then()
                .statusCode(200);
        assertRefused(404, "plan-not-found", () -> compare(one, theirs));
        assertRefused(404, "plan-not-found", () -> compare(theirs, one));
        assertRefused(404, "plan-not-found", () -> compare(one, UUID.randomUUID()));
        assertRefused(
                401,
                "unauthenticated",
                () -> io.restassured.RestAssured.given().queryParam("with", one).get(COMPARISON, one));
    }

    @Test
    void namesTheParameterThatIsWrong() {
        var plan = draft(team, 1);

        assertRefused(400, "invalid-request", "with", () -> leadOf(team).get(COMPARISON, plan));
        assertRefused(
                400,
                "invalid-request",
                "with",
                () -> leadOf(team).queryParam("with", "the other").get(COMPARISON, plan));
        assertRefused(
                400,
                "invalid-request",
                "against",
                () -> leadOf(team)
                        .queryParam("with", plan)
                        .queryParam("against", plan)
                        .get(COMPARISON, plan));
    }

    @Test
    void asksTheDatabaseNoMoreForLargerPlans() {
        team.member("Ann", 3);
        var empty = draft(team, 2);
        team.task(100, WEEK);
        var small = draft(team, 2);
        for (int i = 0; i < 8; i++) {
            team.member("Member " + i, 3);
            team.task(100, WEEK);
        }
        var large = draft(team, 2);

        var forOne = Statements.countedIn(() -> compare(small, empty).then().body("roles", hasSize(1)));
        var forNine = Statements.countedIn(() -> compare(large, empty).then().body("roles", hasSize(9)));

        assertThat(forNine).isEqualTo(forOne).isLessThanOrEqualTo(10);
    }
}
