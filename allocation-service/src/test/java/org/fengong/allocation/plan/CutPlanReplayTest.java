package org.fengong.allocation.plan;

import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.junit.jupiter.api.Test;

/** The clock cuts every search as soon as it is looked at. */
@QuarkusTest
@TestProfile(CutPlanReplayTest.AtOnce.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class CutPlanReplayTest {
    public static class AtOnce implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.planning.wall-clock-ceiling", "PT0.000000001S");
        }
    }

    private final KnownFacts team = KnownFacts.ofTeam();

    @Test
    void aPlanThatTheClockCutBeforeTheFirstStepIsRepeatedBitForBit() {
        Planning.itIsMonday();
        for (int i = 0; i < 4; i++) {
            team.member("Member " + i, 1 + i);
        }
        for (int i = 0; i < 60; i++) {
            team.task(200 + 37 * (i % 40), WEEK.plusWeeks(i % 3));
        }
        var plan = draft(team, 3);
        Planning.read(plan).then().body("searchEnd", is("WALL_CLOCK_CEILING")).body("searchSteps", is(0));

        Planning.solved(leadOf(team).post(PLANS + "/{id}/replay", plan))
                .then()
                .body("searchSteps", is(0))
                .body("identical", is(true));
    }
}
