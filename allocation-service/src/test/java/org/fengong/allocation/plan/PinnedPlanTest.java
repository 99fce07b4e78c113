package org.fengong.allocation.plan;

import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.body;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans that must give a role to somebody (S4). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PinnedPlanTest {
    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;
    private UUID ben;
    private UUID task;

    @BeforeEach
    void annHasATaskThatBenCouldHave() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
        task = team.task(600, WEEK);
        published(team, 2);
        ben = team.member("Ben", 2);
    }

    private UUID role() {
        return team.roleOf(task);
    }

    private static String pin(UUID role, UUID member) {
        return "{\"roleId\": \"%s\", \"memberId\": \"%s\", \"startWeek\": \"%s\"}".formatted(role, member, WEEK);
    }

    private Response ask(String pins) {
        return leadOf(team)
                .body(body(2, ", \"pins\": [%s]".formatted(pins), team.teamId))
                .post(PLANS);
    }

    @Test
    void movesARoleThatWouldStayAndIsPublished() {
        Planning.solved(leadOf(team).body(body(2, "", team.teamId)).post(PLANS))
                .then()
                .body("changes", is(0))
                .body("pins", nullValue());

        var plan = Planning.solved(ask(pin(role(), ben)));

        plan.then()
                .body("status", is("DRAFT"))
                .body("kind", is("PLAN"))
                .body("changes", is(1))
                .body("scenario", nullValue())
                .body("pins.memberId", contains(ben.toString()));
        assignmentsOf(task).then().body("items.memberId", contains(ann.toString()));
        publish(team, UUID.fromString(plan.path("id"))).then().statusCode(200);
        assignmentsOf(task).then().body("items.memberId", contains(ann.toString(), ben.toString()));
    }

    @Test
    void saysInAScenarioWhatTheMoveWouldDo() {
        var scenario = Planning.solved(leadOf(team)
                .body(body(2, ", \"scenario\": {}, \"pins\": [%s]".formatted(pin(role(), ben)), team.teamId))
                .post(PLANS));
        var stay = Planning.solved(leadOf(team)
                .body(body(2, ", \"scenario\": {}, \"pins\": [%s]".formatted(pin(role(), ann)), team.teamId))
                .post(PLANS));

        scenario.then().body("kind", is("SCENARIO")).body("pins.memberId", contains(ben.toString()));
        leadOf(team)
                .queryParam("with", stay.<String>path("id"))
                .get(PLANS + "/{id}/comparison", scenario.<String>path("id"))
                .then()
                .statusCode(200)
                .body("members.find { it.memberName == 'Ann' }.differenceMinutes", is(-600))
                .body("members.find { it.memberName == 'Ben' }.differenceMinutes", is(600));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"memberId\": \"$\", \"startWeek\": \"2026-W49\"} | pins[0].roleId",
                "{\"roleId\": \"$\", \"startWeek\": \"2026-W49\"} | pins[0].memberId",
                "{\"roleId\": \"$\", \"memberId\": \"$\"} | pins[0].startWeek",
                "{\"roleId\": \"$\", \"memberId\": \"$\", \"startWeek\": \"soon\"} | pins[0].startWeek",
                "null | pins[0]"
            })
    void namesTheFieldThatIsWrong(String pin, String field) {
        assertRefused(400, "invalid-request", field, () -> ask(pin.replace("$", ben.toString())));
    }

    @Test
    void refusesWhatIsNotKnownOrSaidTwice() {
        var role = role();
        var stranger = KnownFacts.ofTeam().member("Zoe", 3);

        assertRefused(422, "unknown-member", "pins[0].memberId", () -> ask(pin(role, stranger)));
        assertRefused(422, "unknown-role", "pins[0].roleId", () -> ask(pin(UUID.randomUUID(), ben)));
        assertRefused(422, "role-twice", "pins[1].roleId", () -> ask(pin(role, ben) + ", " + pin(role, ann)));
    }
}
