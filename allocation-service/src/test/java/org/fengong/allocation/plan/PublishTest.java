package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.assignmentsOf;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.publish;
import static org.fengong.allocation.Planning.published;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.assignment.StoredLoads;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.EventContracts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.OutboxRows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft comes into force: what it changes, what it tells, and when it is refused. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PublishTest {
    private static final String ASSIGNED = "fengong.allocation.task-assigned.v1";
    private static final String UNASSIGNED = "fengong.allocation.task-unassigned.v1";
    private static final String LOAD_CHANGED = "fengong.allocation.load-changed.v1";

    private final KnownFacts team = KnownFacts.ofTeam();

    @BeforeEach
    void monday() {
        Planning.itIsMonday();
    }

    private static OutboxRows.Row last(UUID key) {
        var rows = OutboxRows.of(key);
        assertThat(rows).isNotEmpty().allSatisfy(row -> EventContracts.assertFits(row.type(), row.data()));
        return rows.get(rows.size() - 1);
    }

    @Test
    void putsTheDraftIntoForceAndTellsEverybody() {
        var ann = team.member("Ann", 3);
        var task = team.task(600, WEEK);
        var plan = draft(team, 4);

        publish(team, plan)
                .then()
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("publishedAt", notNullValue());

        assignmentsOf(task)
                .then()
                .body("items", hasSize(1))
                .body("items[0].memberId", is(ann.toString()))
                .body("items[0].status", is("ACTIVE"))
                .body("items[0].origin", is("PLAN"))
                .body("items[0].planId", is(plan.toString()))
                .body("items[0].roleId", is(team.roleOf(task).toString()))
                .body("items[0].reason", org.hamcrest.Matchers.containsString("Copywriting 3 (needs 2)"))
                .body("items[0].weeks.minutes.sum()", is(600));
        assertThat(last(plan)).satisfies(row -> {
            assertThat(row.type()).isEqualTo("fengong.allocation.plan-published.v1");
            assertThat(row.data().path("actor").asText()).isEqualTo(team.leadId.toString());
        });
        assertThat(last(task)).satisfies(row -> {
            assertThat(row.type()).isEqualTo(ASSIGNED);
            assertThat(row.topic()).isEqualTo("fengong.allocation.assignment.v1");
            assertThat(row.data().path("assignmentVersion").asLong()).isEqualTo(1);
            assertThat(row.data().path("planId").asText()).isEqualTo(plan.toString());
            assertThat(row.data().path("assignments")).hasSize(1);
            assertThat(row.data().at("/assignments/0/memberId").asText()).isEqualTo(ann.toString());
            assertThat(row.data().path("previous")).isEmpty();
        });
        assertThat(last(ann)).satisfies(row -> {
            assertThat(row.type()).isEqualTo(LOAD_CHANGED);
            assertThat(row.data().path("cause").asText()).isEqualTo("plan-published");
            assertThat(row.data().at("/weeks/0/previousLoadMinutes").asInt()).isZero();
            assertThat(row.data().at("/weeks/0/loadMinutes").asInt()).isEqualTo(600);
            assertThat(row.data().at("/weeks/0/capacityMinutes").asInt()).isEqualTo(2400);
        });
        StoredLoads.assertAddUp(ann);
    }

    @Test
    void leavesWhatStaysAsItIs() {
        var ann = team.member("Ann", 3);
        var stays = team.task(600, WEEK);
        var first = published(team, 4);
        var id = assignmentsOf(stays).<String>path("items[0].id");
        var added = team.task(300, WEEK);

        var second = published(team, 4);

        assignmentsOf(stays)
                .then()
                .body("items.id", contains(id))
                .body("items[0].planId", is(first.toString()))
                .body("items[0].version", is(1));
        assertThat(OutboxRows.of(stays)).as("news of what stays").hasSize(1);
        assertThat(last(added).type()).isEqualTo(ASSIGNED);
        Planning.read(first).then().body("status", is("SUPERSEDED"));
        assertThat(last(first).type()).isEqualTo("fengong.allocation.plan-superseded.v1");
        assertThat(last(second).type()).isEqualTo("fengong.allocation.plan-published.v1");
        StoredLoads.assertAddUp(ann);
    }

    @Test
    void tellsNothingWhenNothingChanges() {
        var ann = team.member("Ann", 3);
        team.task(600, WEEK);
        published(team, 4);
        var told = OutboxRows.of(ann).size();

        published(team, 4);

        assertThat(OutboxRows.of(ann)).hasSize(told);
    }

    @Test
    void releasesTheOneAndAssignsTheOtherWhenARoleMoves() {
        var ann = team.member("Ann", 3);
        var task = team.task(600, WEEK);
        published(team, 4);
        var ben = team.member("Ben", 5);
        team.changes(task, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 4));

        var second = published(team, 4);

        assignmentsOf(task)
                .then()
                .body("items.memberId", contains(ann.toString(), ben.toString()))
                .body("items.status", contains("RELEASED", "ACTIVE"))
                .body("items[0].cause", is("REPLANNED"))
                .body("items[1].planId", is(second.toString()));
        assertThat(last(task)).satisfies(row -> {
            assertThat(row.type()).isEqualTo(ASSIGNED);
            assertThat(row.data().path("assignmentVersion").asLong()).isEqualTo(2);
            assertThat(row.data().path("assignments")).hasSize(1);
            assertThat(row.data().at("/assignments/0/memberId").asText()).isEqualTo(ben.toString());
            assertThat(row.data().at("/previous/0/memberId").asText()).isEqualTo(ann.toString());
        });
        assertThat(Planning.loadMinutes(ann, WEEK)).isZero();
        assertThat(Planning.loadMinutes(ben, WEEK)).isEqualTo(600);
        StoredLoads.assertAddUp(ann);
        StoredLoads.assertAddUp(ben);
    }

    @Test
    void unassignsARoleThatNobodyCanDoAnyMore() {
        var ann = team.member("Ann", 3);
        var task = team.task(600, WEEK);
        published(team, 4);
        team.changes(task, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("minLevel", 5));

        var plan = published(team, 4);

        Planning.read(plan).then().body("assignedRoles", is(0)).body("unassignedRoles", is(1));
        assertThat(last(task)).satisfies(row -> {
            assertThat(row.type()).isEqualTo(UNASSIGNED);
            assertThat(row.data().path("assignments")).isEmpty();
            assertThat(row.data().at("/previous/0/memberId").asText()).isEqualTo(ann.toString());
        });
        assertThat(Planning.loadMinutes(ann, WEEK)).isZero();
    }

    @Test
    void listsEveryRoleOfATaskWhoseOtherRoleChanges() {
        var ann = team.member("Ann", 3);
        var task = team.task(600, WEEK);
        published(team, 4);
        var ben = team.member("Ben", 2);
        team.changes(task, t -> KnownFacts.addRole(t, UUID.randomUUID(), 300, team.skillId, 2));

        published(team, 4);

        assertThat(last(task).data().path("assignments").findValuesAsText("memberId"))
                .containsExactlyInAnyOrder(ann.toString(), ben.toString());
    }

    @Test
    void keepsARunningRoleWithItsMemberWhoeverElseWouldFitBetter() {
        var ann = team.member("Ann", 2);
        var task = team.task(1200, WEEK);
        published(team, 4);
        var id = assignmentsOf(task).<String>path("items[0].id");
        team.logs(task, ann, 200);
        team.member("Ben", 3);

        var plan = draft(team, 4);
        publish(team, plan).then().statusCode(200);

        Planning.assignments(plan)
                .then()
                .body("assigned[0].fixed", is(true))
                .body("assigned[0].weeks.minutes.sum()", is(1000));
        assignmentsOf(task).then().body("items.id", contains(id)).body("items[0].weeks.minutes.sum()", is(1000));
        StoredLoads.assertAddUp(ann);
    }

    @Test
    void publishesAPlanOnce() {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var plan = published(team, 4);

        assertRefused(409, "plan-status", () -> publish(team, plan)).body("planStatus", is("PUBLISHED"));
    }

    @Test
    void refusesADraftWhenAnotherPlanOfTheTeamWasPublished() {
        team.member("Ann", 3);
        team.task(600, WEEK);
        var first = draft(team, 4);
        var second = draft(team, 4);
        publish(team, first).then().statusCode(200);

        assertRefused(409, "plan-stale", () -> publish(team, second))
                .body("changes", contains("Another plan of the team was published since."));
        Planning.read(second).then().body("status", is("DRAFT"));
    }

    @Test
    void namesMembersAndWeeksWhenTheHoursWentToAnotherTeam() {
        var ann = team.member("Ann", 3);
        team.task(2000, WEEK);
        var other = KnownFacts.ofTeam();
        other.shares(team, ann, 100);
        other.task(1000, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("skillId", team.skillId.toString()));
        var slow = draft(other, 1);
        published(team, 1);

        assertRefused(409, "capacity-exceeded", () -> publish(other, slow))
                .body("weeks", hasSize(1))
                .body("weeks[0].memberId", is(ann.toString()))
                .body("weeks[0].week", is(WEEK.toString()))
                .body("weeks[0].overByMinutes", is(600));
        assertThat(Planning.loadMinutes(ann, WEEK)).isEqualTo(2000);
        // what is asked for anew counts the hours that are gone
        Planning.read(draft(other, 1)).then().body("assignedRoles", is(0));
    }

    @Test
    void offersAssignmentsWhereTheMembersAreAsked() {
        team.offersItsPlans();
        var ann = team.member("Ann", 3);
        var task = team.task(600, WEEK);

        published(team, 1);

        assignmentsOf(task).then().body("items.status", contains("OFFERED"));
        assertThat(Planning.loadMinutes(ann, WEEK))
                .as("an offer takes time already")
                .isEqualTo(600);
        assertThat(last(task).data().at("/assignments/0/status").asText()).isEqualTo("OFFERED");
        StoredLoads.assertAddUp(ann);
        // the offered hours are not free for others
        team.task(2000, WEEK);
        Planning.read(draft(team, 1)).then().body("assignedRoles", is(1));
    }

    @Test
    void keepsAnOfferThatStaysAsItIs() {
        team.offersItsPlans();
        team.member("Ann", 3);
        var task = team.task(600, WEEK);
        published(team, 1);
        var id = assignmentsOf(task).<String>path("items[0].id");

        published(team, 1);

        assignmentsOf(task).then().body("items.id", contains(id)).body("items.status", contains("OFFERED"));
    }

    @Test
    void publishesSeveralTeamsAtOnce() {
        var other = KnownFacts.ofTeam();
        var ann = team.member("Ann", 3);
        other.shares(team, ann, 100);
        var one = team.task(600, WEEK);
        var two = other.task(
                600, WEEK, t -> ((ObjectNode) t.at("/roles/0/skills/0")).put("skillId", team.skillId.toString()));
        var admin = Planning.as(org.fengong.platform.testing.TestTokens.admin());
        var plan = Planning.solved(
                admin.body(Planning.body(1, "", team.teamId, other.teamId)).post(Planning.PLANS));

        Planning.as(org.fengong.platform.testing.TestTokens.admin())
                .post(Planning.PLANS + "/{id}/publish", plan.<String>path("id"))
                .then()
                .statusCode(200);

        for (var task : List.of(one, two)) {
            assignmentsOf(task).then().body("items.memberId", contains(ann.toString()));
        }
        assignmentsOf(one).then().body("items.teamId", contains(team.teamId.toString()));
        assignmentsOf(two).then().body("items.teamId", contains(other.teamId.toString()));
        assertThat(Planning.loadMinutes(ann, WEEK)).isEqualTo(1200);
        // the plan of one of the teams supersedes the common one
        team.task(300, WEEK);
        published(team, 1);
        Planning.read(UUID.fromString(plan.path("id"))).then().body("status", is("SUPERSEDED"));
        assignmentsOf(two).then().body("items.status", not(contains("RELEASED")));
    }

    @Test
    void countsNoFormerMemberAmongThoseWhoCouldDoIt() {
        var ann = team.member("Ann", 3);
        team.leavesTeam(ann, org.fengong.platform.time.Weeks.monday(WEEK).minusDays(1));
        team.member("Ben", 1);
        team.task(600, WEEK);

        Planning.assignments(draft(team, 2))
                .then()
                .body("unassigned[0].reason", is("NO_ONE_HOLDS_SKILL"))
                .body("unassigned[0].nearest.memberName", contains("Ben"));
    }
}
