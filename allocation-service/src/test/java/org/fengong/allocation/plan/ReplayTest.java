package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan was made from is kept, and gives the same plan again. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class ReplayTest {
    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @Inject
    EntityManager entityManager;

    @Inject
    PlanRepository plans;

    @Inject
    Clock clock;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
        team.member("Ben", 2);
        for (int i = 0; i < 9; i++) {
            team.task(500 + 37 * i, WEEK.plusWeeks(i % 3));
        }
    }

    private Response replay(UUID plan) {
        return leadOf(team).post(PLANS + "/{id}/replay", plan);
    }

    private void tamper(String change, UUID plan) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery("update plan set %s where id = :id".formatted(change))
                        .setParameter("id", plan)
                        .executeUpdate());
    }

    @Test
    void theRecordedQuestionGivesTheSamePlanWhateverHappenedSince() {
        var plan = draft(team, 3);
        var original = Planning.read(plan);
        team.isAway(ann, WEEK);
        team.task(2000, WEEK);

        var asked = replay(plan);
        asked.then().header("Location", endsWith(PLANS + "/" + asked.path("id")));
        var replayed = Planning.solved(asked);

        replayed.then()
                .body("status", is("DRAFT"))
                .body("kind", is("REPLAY"))
                .body("replayOf", is(plan.toString()))
                .body("identical", is(true))
                .body("inputHash", is(original.<String>path("inputHash")))
                .body("value", is(original.<Object>path("value")))
                .body("bound", is(original.<Object>path("bound")))
                .body("searchSteps", is(original.<Object>path("searchSteps")));
        var id = UUID.fromString(replayed.path("id"));
        Assertions.assertThat(OutboxRows.of(id)).isEmpty();
        assertRefused(409, "plan-is-scenario", () -> publish(team, id));
    }

    @Test
    void anotherAnswerIsNotIdentical() {
        var plan = draft(team, 3);
        tamper("result = jsonb_set(result, '{assigned,0,startWeek}', '\"2020-W01\"')", plan);

        Planning.solved(replay(plan)).then().body("status", is("DRAFT")).body("identical", is(false));
    }

    @Test
    void aSearchThatTheClockCutIsCutAtTheSameStep() {
        var plan = draft(team, 3);
        cutAfter(1, plan);
        int firstLook = Planning.solved(replay(plan)).path("searchSteps");
        cutAfter(firstLook, plan);

        assertThat(firstLook).isPositive();
        Planning.solved(replay(plan)).then().body("searchSteps", is(firstLook));
    }

    /** As if the clock had ended the search after so many steps. */
    private void cutAfter(int steps, UUID plan) {
        tamper(
                "summary = jsonb_set(jsonb_set(summary, '{end}', '\"WALL_CLOCK_CEILING\"'), '{steps}', '%d')"
                        .formatted(steps),
                plan);
    }

    @Test
    void whatIsOfNoUseAnyMoreIsNotKeptForGood() {
        var first = published(team, 3);
        var second = published(team, 3);
        Planning.read(first)
                .then()
                .body("status", is("SUPERSEDED"))
                .body("supersededBy", is(second.toString()))
                .body("supersededAt", notNullValue())
                .body("publishedBy", is(team.leadId.toString()));

        QuarkusTransaction.requiringNew()
                .run(() -> plans.dropInputsBefore(clock.instant().plus(Duration.ofHours(1))));

        assertRefused(409, "plan-input-dropped", () -> replay(first));
        Planning.solved(replay(second)).then().body("identical", is(true));
    }

    @Test
    void onlyALeadReplays() {
        var plan = draft(team, 3);

        assertRefused(404, "plan-not-found", () -> leadOf(KnownFacts.ofTeam()).post(PLANS + "/{id}/replay", plan));
    }
}
