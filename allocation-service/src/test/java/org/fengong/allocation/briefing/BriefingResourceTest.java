package org.fengong.allocation.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.testing.TestTokens;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member does, why, for which goal and with whom (S5, P1). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class BriefingResourceTest {
    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID ann;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        ann = team.member("Ann", 3);
    }

    private static Response briefing(String token, UUID memberId) {
        return as(token).get("/api/v1/members/{id}/briefing", memberId);
    }

    @Test
    void tellsWhatToDoWhyForWhichGoalAndWithWhom() {
        var ben = team.member("Ben", 2);
        var goal = team.goal(50);
        // the first for Ben, the second for Ann alone, with a second role of a level that Ben has; the third waits
        var before = team.task(480, WEEK, t -> t.put("title", "Ask the market"));
        var task = team.task(600, WEEK.plusWeeks(1), t -> {
            t.put("title", "Write the flyer").put("goalId", goal.toString());
            t.put(
                    "keyResultId",
                    UUID.nameUUIDFromBytes(goal.toString().getBytes()).toString());
            ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 3);
            ((ObjectNode) t.at("/roles/0")).put("departmentId", team.departmentId.toString());
            KnownFacts.addRole(t, UUID.randomUUID(), 200, team.skillId, 2);
            KnownFacts.waitsFor(t, before);
        });
        var after = team.task(300, WEEK.plusWeeks(2), t -> {
            t.put("title", "Print the flyer");
            KnownFacts.waitsFor(t, task);
        });
        published(team, 6);

        var mine = "roles.find { it.taskId == '%s' }".formatted(task);
        briefing(TestTokens.member(ann), ann)
                .then()
                .statusCode(200)
                .body("memberId", is(ann.toString()))
                .body("displayName", is("Ann"))
                .rootPath(mine)
                .body("taskTitle", is("Write the flyer"))
                .body("roleName", is("Author"))
                .body("status", is("ACTIVE"))
                .body("weeks.minutes.sum()", is(600))
                .body("why", containsString("Copywriting 3 (needs 3)"))
                .body("shareOfTask", is(0.75f))
                .body("goal.goalId", is(goal.toString()))
                .body("goal.title", is("Win the north"))
                .body("goal.keyResultTitle", is("Sign-ups a week"))
                .body("waitsFor.taskId", contains(before.toString()))
                .body("waitsFor[0].title", is("Ask the market"))
                .body("waitsFor[0].endWeek", is(WEEK.toString()))
                .body("waitsFor[0].people", hasSize(1))
                .body("waitedForBy.taskId", contains(after.toString()))
                .body("waitedForBy[0].people", hasSize(1))
                .body("contacts.department", contains("Marketing"))
                .body("contacts[0].people.memberId", contains(team.leadId.toString()));
        assertThat(briefing(TestTokens.member(ben), ben).<List<String>>path("roles.taskId"))
                .contains(task.toString());
    }

    @Test
    void leavesOutWhatHasEnded() {
        var completed = team.task(600, WEEK);
        var stands = team.task(300, WEEK);
        published(team, 1);

        team.completes(completed);

        briefing(TestTokens.member(ann), ann)
                .then()
                .body("roles.taskId", contains(stands.toString()))
                .body("roles[0]", not(hasKey("goal")))
                .body("roles[0].waitsFor", empty());
    }

    @Test
    void isEmptyForAMemberWithoutWork() {
        briefing(TestTokens.member(ann), ann).then().statusCode(200).body("roles", empty());
    }

    @Test
    void isForTheMemberTheLeadAndThoseWhoReadEverything() {
        var ben = team.member("Ben", 2);
        var otherLead = KnownFacts.ofTeam().leadId;

        for (var token : List.of(
                TestTokens.member(ann),
                TestTokens.lead(team.leadId),
                TestTokens.admin(),
                TestTokens.viewer(),
                TestTokens.service())) {
            briefing(token, ann).then().statusCode(200);
        }
        for (var token : List.of(
                TestTokens.member(ben),
                TestTokens.lead(otherLead),
                TestTokens.member(team.leadId),
                TestTokens.narrowedLead(team.leadId, UUID.randomUUID()))) {
            assertRefused(404, "member-not-found", () -> briefing(token, ann));
        }
        assertRefused(404, "member-not-found", () -> briefing(TestTokens.admin(), UUID.randomUUID()));
        as(TestTokens.admin())
                .get("/api/v1/members/{id}/briefing", "ann")
                .then()
                .statusCode(404);
        assertRefused(
                400, "invalid-request", "week", () -> leadOf(team).get("/api/v1/members/{id}/briefing?week=1", ann));
    }

    @Test
    void isNoLongerForTheLeadOfATeamThatTheMemberHasLeft() {
        team.leavesTeam(ann, Weeks.monday(WEEK));
        briefing(TestTokens.lead(team.leadId), ann).then().statusCode(200);

        Planning.itIs(WEEK, java.time.DayOfWeek.TUESDAY);

        assertRefused(404, "member-not-found", () -> briefing(TestTokens.lead(team.leadId), ann));
    }

    @Test
    void asksTheDatabaseNoMoreForMoreWork() {
        chain(1);
        published(team, 20);
        var forOne = Statements.countedIn(
                () -> briefing(TestTokens.lead(team.leadId), ann).then().statusCode(200));
        chain(4);
        published(team, 20);

        var forFive = Statements.countedIn(
                () -> briefing(TestTokens.lead(team.leadId), ann).then().body("roles", hasSize(10)));

        assertThat(forFive).isEqualTo(forOne).isLessThanOrEqualTo(20);
    }

    /** Pairs of tasks, one waiting for the other. */
    private void chain(int pairs) {
        for (int i = 0; i < pairs; i++) {
            var before = team.task(100, WEEK);
            team.task(100, WEEK.plusWeeks(1), t -> KnownFacts.waitsFor(t, before));
        }
    }
}
