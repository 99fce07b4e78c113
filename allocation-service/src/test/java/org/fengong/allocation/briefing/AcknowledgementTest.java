package org.fengong.allocation.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changed since a member has last taken note, and until when the member should. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class AcknowledgementTest {
    private static final String BRIEFING = "/api/v1/members/{id}/briefing";
    private static final String ACKNOWLEDGEMENT = BRIEFING + "/acknowledgement";

    @Inject
    BriefingReminders reminders;

    private KnownFacts team;
    private UUID ann;
    private UUID task;

    @BeforeEach
    void annHasATask() {
        Planning.itIsMonday();
        team = KnownFacts.ofTeam();
        ann = team.member("Ann", 3);
        task = team.task(600, WEEK.plusWeeks(2), t -> t.put("title", "Write the flyer"));
        published(team, 4);
    }

    private Response briefing() {
        return as(TestTokens.member(ann)).get(BRIEFING, ann);
    }

    private Response acknowledge(String token, String etag) {
        return as(token).header("If-Match", etag).put(ACKNOWLEDGEMENT, ann);
    }

    private Response acknowledge() {
        return acknowledge(TestTokens.member(ann), briefing().header("ETag"));
    }

    @Test
    void namesEverythingAsGivenUntilTheFirstTime() {
        briefing()
                .then()
                .body("changes.kind", contains("GIVEN"))
                .body("changes[0].taskTitle", is("Write the flyer"))
                .body("changes[0].weeks", contains(WEEK.toString()))
                .body("changes[0].previousWeeks", empty())
                .body("$", not(hasKey("acknowledgedAt")))
                .body("acknowledgeBy", is(WEEK.atDay(DayOfWeek.THURSDAY) + "T00:00:00Z"))
                .body("overdue", is(false));
    }

    @Test
    void namesNothingAfterIt() {
        acknowledge().then().statusCode(200).body("changes", empty()).body("$", hasKey("acknowledgedAt"));

        briefing().then().body("changes", empty()).body("roles", hasSize(1)).body("$", not(hasKey("acknowledgeBy")));
    }

    @Test
    void readsTheBriefingOnce() {
        var etag = briefing().header("ETag");
        var toRead = Statements.countedIn(this::briefing);

        var toAcknowledge = Statements.countedIn(
                () -> acknowledge(TestTokens.member(ann), etag).then().statusCode(200));

        assertThat(toAcknowledge).isLessThanOrEqualTo(toRead + 3); // makes, reads and writes the receipt
    }

    @Test
    void isTheSameWhenItIsSentAgain() {
        var etag = briefing().header("ETag");
        acknowledge(TestTokens.member(ann), etag).then().statusCode(200);

        acknowledge(TestTokens.member(ann), etag).then().statusCode(200).body("changes", empty());
    }

    @Test
    void namesWhatMovedWithItsWeeksBefore() {
        acknowledge().then().statusCode(200);
        team.changes(
                task,
                t -> t.put("earliestStart", Weeks.monday(WEEK.plusWeeks(1)).toString()));
        published(team, 4);

        briefing()
                .then()
                .body("changes.kind", contains("MOVED"))
                .body("changes[0].previousWeeks", contains(WEEK.toString()))
                .body("changes[0].weeks", contains(WEEK.plusWeeks(1).toString()));
    }

    @Test
    void namesWhatWasTakenAndWhy() {
        acknowledge().then().statusCode(200);
        team.cancels(task);

        briefing()
                .then()
                .body("roles", empty())
                .body("changes.kind", contains("TAKEN"))
                .body("changes[0].cause", is("TASK_CANCELLED"))
                .body("changes[0].taskTitle", is("Write the flyer"))
                .body("changes[0].previousWeeks", contains(WEEK.toString()));
    }

    @Test
    void doesNotCallCompletedWorkAChange() {
        acknowledge().then().statusCode(200);

        team.completes(task);

        briefing().then().body("roles", empty()).body("changes", empty());
    }

    @Test
    void doesNotCallAWeekThatIsOverAChange() {
        acknowledge().then().statusCode(200);

        Planning.itIs(WEEK.plusWeeks(1), DayOfWeek.MONDAY);

        briefing().then().body("changes", empty());
    }

    @Test
    void isOverdueAfterTwoWorkingDays() {
        Planning.itIs(WEEK, DayOfWeek.WEDNESDAY);
        briefing().then().body("overdue", is(false));

        Planning.itIs(WEEK, DayOfWeek.THURSDAY);

        briefing().then().body("overdue", is(true));
    }

    private Response toldToTheLead() {
        return as(TestTokens.member(team.leadId)).get("/api/v1/members/{id}/notifications", team.leadId);
    }

    @Test
    void isToldToTheLeadOnceWhenItIsOverdue() {
        Planning.itIs(WEEK, DayOfWeek.WEDNESDAY);
        reminders.remindOverdue();
        toldToTheLead().then().body("items", empty());

        Planning.itIs(WEEK, DayOfWeek.THURSDAY);
        reminders.remindOverdue();
        reminders.remindOverdue();

        toldToTheLead()
                .then()
                .body("items.kind", contains("BRIEFING_UNACKNOWLEDGED"))
                .body("items[0].data.memberName", is("Ann"))
                .body("items[0].teamId", is(team.teamId.toString()));
    }

    @Test
    void isToldToTheLeadAgainForLaterChangesOnly() {
        Planning.itIs(WEEK, DayOfWeek.THURSDAY);
        reminders.remindOverdue();
        acknowledge().then().statusCode(200);
        Planning.itIs(WEEK, DayOfWeek.FRIDAY);
        team.cancels(task);

        Planning.itIs(WEEK.plusWeeks(1), DayOfWeek.TUESDAY);
        reminders.remindOverdue();
        toldToTheLead().then().body("items.count { it.kind == 'BRIEFING_UNACKNOWLEDGED' }", equalTo(1));
        Planning.itIs(WEEK.plusWeeks(1), DayOfWeek.WEDNESDAY);
        reminders.remindOverdue();

        toldToTheLead().then().body("items.count { it.kind == 'BRIEFING_UNACKNOWLEDGED' }", equalTo(2));
    }

    @Test
    void isNotToldOfWhoHasAcknowledged() {
        acknowledge().then().statusCode(200);

        Planning.itIs(WEEK, DayOfWeek.FRIDAY);
        reminders.remindOverdue();

        toldToTheLead().then().body("items", empty());
    }

    @Test
    void isShownToTheTeamAndForTheTask() {
        var ben = team.member("Ben", 3);
        var other = team.task(2000, WEEK, t -> t.put("title", "Ask the market"));
        var open = team.task(300, WEEK, t -> {
            t.put("title", "Translate the flyer");
            ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 5);
        });
        published(team, 4);
        acknowledge().then().statusCode(200);

        leadOf(team)
                .get("/api/v1/teams/{id}/briefing", team.teamId)
                .then()
                .statusCode(200)
                .body("members.roles.flatten().taskId", containsInAnyOrder(task.toString(), other.toString()))
                .body("openRoles.taskId", contains(open.toString()))
                .body("openRoles[0].effortMinutes", is(300))
                .body("members.find { it.memberId == '%s' }.changes".formatted(ann), empty())
                .body("members.find { it.memberId == '%s' }.changes.kind".formatted(ben), contains("GIVEN"));
        as(TestTokens.member(ben))
                .get("/api/v1/tasks/{id}/briefing", open)
                .then()
                .statusCode(200)
                .body("members", empty())
                .body("openRoles.roleName", contains("Author"));
        leadOf(team)
                .get("/api/v1/tasks/{id}/briefing", task)
                .then()
                .body("members", hasSize(1))
                .body("members[0].roles.taskId", contains(task.toString()))
                .body("openRoles", empty());
    }

    @Test
    void showsATeamNothingOfAnother() {
        var stranger = KnownFacts.ofTeam().leadId;

        assertRefused(
                404,
                "team-not-found",
                () -> as(TestTokens.lead(stranger)).get("/api/v1/teams/{id}/briefing", team.teamId));
        assertRefused(
                404, "task-not-found", () -> as(TestTokens.lead(stranger)).get("/api/v1/tasks/{id}/briefing", task));
        assertRefused(
                404,
                "task-not-found",
                () -> as(TestTokens.admin()).get("/api/v1/tasks/{id}/briefing", UUID.randomUUID()));
    }

    @Test
    void isRefusedForSomebodyElseWithoutAVersionAndWithAnOldOne() {
        var etag = briefing().header("ETag");
        assertRefused(403, "briefing-of-somebody-else", () -> acknowledge(TestTokens.lead(team.leadId), etag));
        assertRefused(428, "if-match-required", () -> as(TestTokens.member(ann)).put(ACKNOWLEDGEMENT, ann));
        assertRefused(404, "member-not-found", () -> acknowledge(TestTokens.member(UUID.randomUUID()), etag));
        team.cancels(task);
        assertRefused(412, "stale-version", () -> acknowledge(TestTokens.member(ann), etag));
        briefing().then().body("$", not(hasKey("acknowledgedAt")));
    }

    @Test
    void takesNoteOnceWhenManySayItAtOnce() {
        var etag = briefing().header("ETag");

        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> acknowledge(TestTokens.member(ann), etag).statusCode()))
                .toList();

        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
        briefing().then().body("changes", empty());
    }
}
