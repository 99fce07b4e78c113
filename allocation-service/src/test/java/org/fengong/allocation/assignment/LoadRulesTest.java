package org.fengong.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.loadMinutes;
import static org.fengong.allocation.Planning.published;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the weeks of Ann, who has 2400 minutes, as the other services tell of work, estimates and absences. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class LoadRulesTest {
    private static final String LOAD_CHANGED = "fengong.allocation.load-changed.v1";
    private static final String DETECTED = "fengong.allocation.overload-detected.v1";
    private static final String RESOLVED = "fengong.allocation.overload-resolved.v1";

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
    }

    @AfterEach
    void addsUp() {
        StoredLoads.assertAddUp(ann);
        OutboxRows.of(ann).forEach(row -> EventContracts.assertFits(row.type(), row.data()));
    }

    /** A published task of 3000 minutes, 1500 in each of two weeks. */
    private UUID twoWeeks() {
        return standing(3000, t -> ((ObjectNode) t.at("/roles/0")).put("spanWeeks", 2));
    }

    private UUID standing(int minutes, Consumer<ObjectNode> as) {
        var task = team.task(minutes, WEEK.plusWeeks(1), as);
        published(team, 4);
        return task;
    }

    private OutboxRows.Row last() {
        var rows = OutboxRows.of(ann);
        return rows.get(rows.size() - 1);
    }

    private static OutboxRows.Row lastOf(UUID taskId) {
        var rows = OutboxRows.of(taskId);
        rows.forEach(row -> EventContracts.assertFits(row.type(), row.data()));
        return rows.get(rows.size() - 1);
    }

    @Test
    void aCompletedTaskFreesTheRestAndKeepsWhatHasPassed() {
        var task = twoWeeks();
        Planning.itIs(WEEK, DayOfWeek.WEDNESDAY);

        team.completes(task);

        assertThat(loadMinutes(ann, WEEK)).as("Monday and Tuesday of 1500").isEqualTo(600);
        assertThat(loadMinutes(ann, WEEK.plusWeeks(1))).isZero();
        assignmentsOf(task).then().body("items.status", contains("COMPLETED"));
        assertThat(last().data().path("cause").asText()).isEqualTo("role-completed");
        assertThat(last().data().path("weeks")).hasSize(2);
    }

    @Test
    void aCompletedRoleFreesItsOwnMinutesAlone() {
        var ben = team.member("Ben", 3);
        var task = standing(600, t -> KnownFacts.addRole(t, UUID.randomUUID(), 600, team.skillId, 2));
        Planning.itIs(WEEK, DayOfWeek.MONDAY);

        team.completesRole(task);

        assertThat(loadMinutes(ann, WEEK) + loadMinutes(ben, WEEK)).isEqualTo(600);
        StoredLoads.assertAddUp(ben);
    }

    @Test
    void aCancelledTaskFreesTheRestAndIsToldAsUnassigned() {
        var task = twoWeeks();
        Planning.itIs(WEEK.plusWeeks(1), DayOfWeek.TUESDAY);

        team.cancels(task);

        assertThat(loadMinutes(ann, WEEK)).as("the week that is over").isEqualTo(1500);
        assertThat(loadMinutes(ann, WEEK.plusWeeks(1))).as("Monday of 1500").isEqualTo(300);
        assignmentsOf(task)
                .then()
                .body("items.status", contains("RELEASED"))
                .body("items.cause", contains("TASK_CANCELLED"));
        assertThat(lastOf(task)).satisfies(row -> {
            assertThat(row.type()).isEqualTo("fengong.allocation.task-unassigned.v1");
            assertThat(row.data().path("assignments")).isEmpty();
            assertThat(row.data().at("/previous/0/memberId").asText()).isEqualTo(ann.toString());
            assertThat(row.data().path("reason").asText()).isEqualTo("task-cancelled");
        });
    }

    @Test
    void aRoleThatIsTakenOutOfItsTaskFreesItsMember() {
        var task = standing(600, t -> {});

        team.changes(
                task,
                t -> ((ObjectNode) t.at("/roles/0"))
                        .put("roleId", UUID.randomUUID().toString()));

        assertThat(loadMinutes(ann, WEEK)).isZero();
        assignmentsOf(task).then().body("items.status", contains("RELEASED"));
    }

    @Test
    void aMemberWhoLeavesKeepsNothingAhead() {
        var task = twoWeeks();
        Planning.itIs(WEEK, DayOfWeek.THURSDAY);

        team.leaves(ann, WEEK.atDay(DayOfWeek.THURSDAY));

        assertThat(loadMinutes(ann, WEEK)).as("Monday to Wednesday of 1500").isEqualTo(900);
        assertThat(loadMinutes(ann, WEEK.plusWeeks(1))).isZero();
        assignmentsOf(task).then().body("items.cause", contains("MEMBER_LEFT"));
        assertThat(lastOf(task).data().path("reason").asText()).isEqualTo("member-left");
    }

    @Test
    void loggedWorkLowersNothing() {
        var task = twoWeeks();
        var told = OutboxRows.of(ann).size();

        team.logs(task, ann, 700);

        assertThat(loadMinutes(ann, WEEK)).isEqualTo(1500);
        assertThat(OutboxRows.of(ann)).hasSize(told);
    }

    @Test
    void aNewEstimateIsWhatStandsAndIsToldOfTheTask() {
        var task = twoWeeks();

        team.estimates(task, 1000);

        assertThat(loadMinutes(ann, WEEK)).isEqualTo(500);
        assertThat(loadMinutes(ann, WEEK.plusWeeks(1))).isEqualTo(500);
        assertThat(last().data().path("cause").asText()).isEqualTo("estimate-changed");
        assertThat(lastOf(task)).satisfies(row -> {
            assertThat(row.type()).isEqualTo("fengong.allocation.task-assigned.v1");
            assertThat(row.data().path("reason").asText()).isEqualTo("estimate-changed");
            assertThat(row.data().path("assignmentVersion").asLong()).isEqualTo(2);
            assertThat(row.data().at("/assignments/0/weeks")).hasSize(2);
            assertThat(row.data().at("/assignments/0/weeks/0/minutes").asInt()).isEqualTo(500);
        });
    }

    @Test
    void anEstimateThatGrowsBeyondTheWeekIsStoredAsOverloadUntilItShrinks() {
        var task = twoWeeks();

        team.estimates(task, 5000);

        assertThat(loadMinutes(ann, WEEK)).isEqualTo(2500);
        assertThat(OutboxRows.of(ann)).extracting(OutboxRows.Row::type).contains(DETECTED);
        assertThat(last()).satisfies(row -> {
            assertThat(row.type()).isEqualTo(DETECTED);
            assertThat(row.data().path("overByMinutes").asInt()).isEqualTo(100);
            assertThat(row.data().at("/taskIds/0").asText()).isEqualTo(task.toString());
        });
        team.estimates(task, 4800);
        assertThat(last().type()).as("2400 of 2400 is no overload").isEqualTo(RESOLVED);
    }

    @Test
    void whatIsUnfinishedWhenItsWeekIsOverMovesToTheCurrentOne() {
        var task = twoWeeks();
        Planning.itIs(WEEK.plusWeeks(3), DayOfWeek.MONDAY);

        team.estimates(task, 400);

        assertThat(loadMinutes(ann, WEEK)).isEqualTo(1500);
        assertThat(loadMinutes(ann, WEEK.plusWeeks(1))).isEqualTo(1500);
        assertThat(loadMinutes(ann, WEEK.plusWeeks(3))).isEqualTo(400);
    }

    @Test
    void aNewPlanTakesWhatIsLeftFromTheCurrentWeekOnAndFreezesThePast() {
        var task = twoWeeks();
        team.logs(task, ann, 1000);
        Planning.itIs(WEEK.plusWeeks(1), DayOfWeek.MONDAY);

        published(team, 4);

        assertThat(loadMinutes(ann, WEEK)).isEqualTo(1500);
        assignmentsOf(task)
                .then()
                .body("items", hasSize(1))
                .body("items[0].weeks.findAll { it.week > '%s' }.minutes.sum()".formatted(WEEK), is(2000));
    }

    @Test
    void anAbsenceIsAlwaysStoredAndShowsAsOverload() {
        var task = twoWeeks();

        team.isAway(ann, WEEK);

        assertThat(last()).satisfies(row -> {
            assertThat(row.type()).isEqualTo(DETECTED);
            assertThat(row.data().path("week").asText()).isEqualTo(WEEK.toString());
            assertThat(row.data().path("capacityMinutes").asInt()).isZero();
            assertThat(row.data().path("overByMinutes").asInt()).isEqualTo(1500);
            assertThat(row.data().at("/taskIds/0").asText()).isEqualTo(task.toString());
        });
        assertThat(OutboxRows.of(ann).get(OutboxRows.of(ann).size() - 2)).satisfies(row -> {
            assertThat(row.type()).isEqualTo(LOAD_CHANGED);
            assertThat(row.data().path("cause").asText()).isEqualTo("capacity-changed");
            assertThat(row.data().path("weeks")).hasSize(1);
        });
        team.isBack(ann);
        assertThat(last().type()).isEqualTo(RESOLVED);
    }

    @Test
    void anAbsenceInAWeekThatIsOverChangesNothing() {
        twoWeeks();
        Planning.itIs(WEEK.plusWeeks(1), DayOfWeek.MONDAY);
        var told = OutboxRows.of(ann).size();

        team.isAway(ann, Weeks.monday(WEEK), Weeks.sunday(WEEK));

        assertThat(OutboxRows.of(ann)).hasSize(told);
        assertThat(StoredLoads.of(ann).get(0).capacityMinutes()).isEqualTo(2400);
    }

    @Test
    void theHoursOfAllTeamsAreOneLoad() {
        standing(600, t -> {});
        var other = KnownFacts.ofTeam();
        other.shares(team, ann, 50);
        other.task(300, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("skillId", team.skillId.toString()));
        published(other, 1);

        assertThat(loadMinutes(ann, WEEK)).isEqualTo(900);
    }
}
