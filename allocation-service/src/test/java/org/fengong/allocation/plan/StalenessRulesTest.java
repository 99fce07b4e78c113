package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Named.named;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A draft gives Ann a task of this week. Which changes until it is published make it stale, and which do not. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class StalenessRulesTest {
    private static final int EFFORT_MINUTES = 1200;

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;
    private UUID ben;
    private UUID task;

    /** What happens between the draft and its publication. */
    private interface Change extends Consumer<StalenessRulesTest> {}

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
        ben = team.member("Ben", 1);
        task = team.task(EFFORT_MINUTES, WEEK);
    }

    private ObjectNode roleOf(ObjectNode told) {
        return (ObjectNode) told.at("/roles/0");
    }

    private static Arguments stale(String rule, String because, Change change) {
        return Arguments.of(named(rule, change), because);
    }

    static Stream<Arguments> changesThatMakeItStale() {
        return Stream.of(
                stale(
                        "the effort of a planned role rises",
                        "needs 1500 minutes instead of 1200",
                        t -> t.team.changes(t.task, told -> t.roleOf(told).put("effortMinutes", 1500))),
                stale(
                        "the estimate of a planned role rises",
                        "needs 1500 minutes instead of 1200",
                        t -> t.team.estimates(t.task, 1500)),
                stale(
                        "a planned role asks for a higher level",
                        "asks for",
                        t -> t.team.changes(
                                t.task, told -> ((ObjectNode) told.at("/roles/0/skills/0")).put("minLevel", 3))),
                stale(
                        "a planned role is for a department now",
                        "asks for",
                        t -> t.team.changes(
                                t.task, told -> t.roleOf(told).put("departmentId", t.team.departmentId.toString()))),
                stale(
                        "the due date moves to another week",
                        "dates",
                        t -> t.team.changes(
                                t.task,
                                told -> told.put(
                                        "dueDate",
                                        Weeks.sunday(WEEK.plusWeeks(1)).toString()))),
                stale(
                        "the earliest start moves to another week",
                        "dates",
                        t -> t.team.changes(
                                t.task,
                                told -> told.put(
                                        "earliestStart",
                                        Weeks.monday(WEEK.plusWeeks(1)).toString()))),
                stale("the task waits for another one", "waits for", t -> {
                    var before = t.team.task(300, WEEK);
                    t.team.changes(t.task, told -> KnownFacts.waitsFor(told, before));
                }),
                stale(
                        "the task's roles start together now",
                        "waits for",
                        t -> t.team.changes(t.task, told -> told.put("together", true))),
                stale("the task is cancelled", "closed", t -> t.team.cancels(t.task)),
                stale("the task is completed", "closed", t -> t.team.completes(t.task)),
                stale(
                        "the task is a draft again",
                        "closed",
                        t -> t.team.changes(t.task, told -> told.put("status", "DRAFT"))),
                stale("a planned role is completed", "closed", t -> t.team.completesRole(t.task)),
                stale("the assigned member loses the level", "Ann", t -> t.team.holds(t.ann, 1)),
                stale("the assigned member leaves the company", "Ann", t -> t.team.leaves(t.ann, Weeks.monday(WEEK))),
                stale("another plan of the team is published", "Another plan", t -> Planning.published(t.team, 2)),
                stale(
                        "the first week is over",
                        "over",
                        t -> Planning.itIs(WEEK.plusWeeks(1), java.time.DayOfWeek.MONDAY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatMakeItStale")
    void isStaleWhen(Change change, String because) {
        var draft = draft(team, 4);

        change.accept(this);

        assertRefused(409, "plan-stale", () -> publish(team, draft))
                .body("changes", hasItem(stringContainsInOrder(because)));
        Planning.read(draft).then().body("status", is("DRAFT"));
    }

    static Stream<Arguments> lossesOfNeededCapacity() {
        return Stream.of(
                Arguments.of(named("the assigned member is away all week", (Change) t -> t.team.isAway(t.ann, WEEK))),
                Arguments.of(named("the assigned member is away too many days", (Change) t -> t.team.isAway(
                        t.ann, Weeks.monday(WEEK), Weeks.monday(WEEK).plusDays(2)))),
                Arguments.of(named("the assigned member leaves the team", (Change)
                        t -> t.team.leavesTeam(t.ann, Weeks.monday(WEEK)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lossesOfNeededCapacity")
    void namesTheWeekWhen(Change change) {
        var draft = draft(team, 4);

        change.accept(this);

        assertRefused(409, "capacity-exceeded", () -> publish(team, draft))
                .body("weeks.memberId", hasItem(ann.toString()))
                .body("weeks.week", hasItem(WEEK.toString()));
    }

    private static Arguments harmless(String what, Change change) {
        return Arguments.of(named(what, change));
    }

    static Stream<Arguments> changesThatDoNotMatter() {
        return Stream.of(
                harmless("nothing happens", t -> {}),
                harmless("work is logged", t -> t.team.logs(t.task, t.ann, 300)),
                harmless("all of the work is logged", t -> t.team.logs(t.task, t.ann, EFFORT_MINUTES)),
                harmless("somebody else logs work", t -> t.team.logs(t.task, t.ben, 300)),
                harmless(
                        "the effort falls",
                        t -> t.team.changes(t.task, told -> t.roleOf(told).put("effortMinutes", 600))),
                harmless("the estimate falls", t -> t.team.estimates(t.task, 600)),
                harmless("the estimate falls to nothing", t -> t.team.estimates(t.task, 0)),
                harmless("the title changes", t -> t.team.changes(t.task, told -> told.put("title", "Write it"))),
                harmless(
                        "the due date moves within its week",
                        t -> t.team.changes(
                                t.task,
                                told -> told.put("dueDate", Weeks.monday(WEEK).toString()))),
                harmless("a task is added", t -> t.team.task(900, WEEK)),
                harmless("another task is cancelled", t -> t.team.cancels(t.team.task(900, WEEK))),
                harmless("a member joins", t -> t.team.member("Eve", 5)),
                harmless("another member is away", t -> t.team.isAway(t.ben, WEEK)),
                harmless("another member learns", t -> t.team.holds(t.ben, 2)),
                harmless("the assigned member learns", t -> t.team.holds(t.ann, 5)),
                harmless("the assigned member is away in another week", t -> t.team.isAway(t.ann, WEEK.plusWeeks(2))),
                harmless(
                        "unused capacity of the week is lost",
                        t -> t.team.isAway(
                                t.ann, Weeks.monday(WEEK), Weeks.monday(WEEK).plusDays(1))),
                harmless("another team publishes", t -> {
                    var other = KnownFacts.ofTeam();
                    other.member("Zoe", 3);
                    other.task(600, WEEK);
                    Planning.published(other, 2);
                }),
                harmless("it is Friday", t -> Planning.itIs(WEEK, java.time.DayOfWeek.FRIDAY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatDoNotMatter")
    void isPublishedThough(Change change) {
        var draft = draft(team, 4);

        change.accept(this);

        publish(team, draft).then().statusCode(200);
        assertThat(Planning.loadMinutes(ann, WEEK)).isEqualTo(EFFORT_MINUTES);
        StoredLoads.assertAddUp(ann);
    }

    @Test
    void listsEveryChange() {
        var other = team.task(300, WEEK);
        var draft = draft(team, 4);
        team.estimates(task, 1500);
        team.cancels(other);

        assertRefused(409, "plan-stale", () -> publish(team, draft)).body("changes.size()", is(2));
    }

    @Test
    void asksForPatienceWhileTasksSeemToWaitForEachOther() {
        var before = team.task(300, WEEK);
        var draft = draft(team, 4);
        team.changes(task, told -> KnownFacts.waitsFor(told, before));

        team.changes(before, told -> KnownFacts.waitsFor(told, task)); // the news that the first waits no more is late

        assertRefused(409, "snapshot-behind", () -> publish(team, draft)).header("Retry-After", "1");
        Planning.solved(Planning.ask(team, 4))
                .then()
                .body("status", is("FAILED"))
                .body("failure", is("snapshot-behind"));
    }

    @Test
    void isStaleWhenThePredecessorInAnotherTeamMovesBehindIt() {
        var other = KnownFacts.ofTeam();
        other.member("Zoe", 3);
        var before = other.task(600, WEEK);
        team.changes(task, told -> KnownFacts.waitsFor(told, before));
        Planning.published(other, 1);
        var draft = draft(team, 4);
        other.changes(
                before,
                told -> told.put(
                        "earliestStart", Weeks.monday(WEEK.plusWeeks(2)).toString()));

        Planning.published(other, 4);

        assertRefused(409, "plan-stale", () -> publish(team, draft));
    }
}
