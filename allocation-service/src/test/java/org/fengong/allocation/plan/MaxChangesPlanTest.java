package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.assignments;
import static org.fengong.allocation.Planning.body;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Re-plans that leave people in peace (S4, P5). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class MaxChangesPlanTest {
    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 2);
    }

    private Response plan(int maxChanges) {
        return Planning.solved(leadOf(team)
                .body(body(
                        2,
                        ", \"policy\": {\"changeWeight\": 0}, \"maxChanges\": %d".formatted(maxChanges),
                        team.teamId))
                .post(PLANS));
    }

    private static List<String> holders(Response plan) {
        return assignments(UUID.fromString(plan.path("id"))).path("assigned.memberId");
    }

    @Test
    void givesNoMoreRolesToOthersThanAllowed() {
        team.task(900, WEEK);
        team.task(800, WEEK);
        published(team, 2);
        var ben = team.member("Ben", 4);
        team.task(300, WEEK);

        var none = plan(0);
        var one = plan(1);

        none.then().body("status", is("DRAFT")).body("maxChanges", is(0)).body("changes", is(0));
        assertThat(holders(none)).hasSize(3).filteredOn(ann.toString()::equals).hasSizeGreaterThanOrEqualTo(2);
        one.then().body("changes", is(1));
        assertThat(holders(one)).filteredOn(ben.toString()::equals).hasSizeGreaterThanOrEqualTo(1);
        assertThat(one.<Number>path("value").longValue())
                .isLessThan(none.<Number>path("value").longValue());
    }

    @Test
    void failsWhenSoLittleChangeIsNotPossible() {
        team.task(900, WEEK);
        team.task(800, WEEK);
        published(team, 1);
        team.member("Ben", 4);
        team.isAway(ann, WEEK);
        team.isAway(ann, WEEK.plusWeeks(1));

        plan(1).then()
                .body("status", is("FAILED"))
                .body("failure", is("too-few-changes-allowed"))
                .body("failureDetail", stringContainsInOrder("at most 1", "at least 2", "and 2"));
    }

    @Test
    void saysWhatEachChangeIsWorth() {
        team.task(900, WEEK);
        team.task(800, WEEK);
        published(team, 2);
        team.member("Ben", 4);
        var plan = plan(2);
        var id = UUID.fromString(plan.path("id"));

        var prices = leadOf(team).get(PLANS + "/{id}/change-prices", id);

        prices.then()
                .statusCode(200)
                .body("planId", is(id.toString()))
                .body("bound", is(plan.<Number>path("bound").intValue()))
                .body("prices.changes", contains(0, 1, 2))
                .body("prices[0].saving", nullValue());
        var values = prices.<List<Number>>path("prices.value").stream()
                .filter(Objects::nonNull)
                .map(Number::longValue)
                .toList();
        assertThat(values).hasSize(3).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(values.get(2))
                .isLessThan(values.get(0))
                .isLessThanOrEqualTo(plan.<Number>path("value").longValue());
        assertThat(prices.<Number>path("prices[1].saving").longValue()).isEqualTo(values.get(0) - values.get(1));
    }

    @Test
    void aPlanWithoutResultHasNoPrices() {
        team.task(900, WEEK);
        published(team, 1);
        team.isAway(ann, WEEK);
        team.isAway(ann, WEEK.plusWeeks(1));
        var failed = UUID.fromString(plan(0).path("id"));

        assertRefused(409, "plan-status", () -> leadOf(team).get(PLANS + "/{id}/change-prices", failed));
        assertRefused(
                404, "plan-not-found", () -> leadOf(KnownFacts.ofTeam()).get(PLANS + "/{id}/change-prices", failed));
    }

    @Test
    void refusesALimitBelowZero() {
        leadOf(team)
                .body(body(2, ", \"maxChanges\": -1", team.teamId))
                .post(PLANS)
                .then()
                .statusCode(400)
                .body("violations.field", contains("maxChanges"))
                .body("violations", hasSize(1));
    }
}
