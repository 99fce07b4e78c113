package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.assignments;
import static org.fengong.allocation.Planning.draft;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Statements;
import org.fengong.platform.time.Weeks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets what, why this one, what the others would cost, and why a role stays open (P2, S4). */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PlanAssignmentsTest {
    private final KnownFacts team = KnownFacts.ofTeam();

    @BeforeEach
    void monday() {
        Planning.itIsMonday();
    }

    private static ObjectNode skill(ObjectNode task) {
        return (ObjectNode) task.at("/roles/0/skills/0");
    }

    @Test
    void saysWhyThisMemberAndWhatTheOthersWouldCost() {
        var ann = team.member("Ann", 3);
        var ben = team.member("Ben", 2);
        team.member("Tom", 1);
        var task = team.task(600, WEEK);

        assignments(draft(team, 4))
                .then()
                .statusCode(200)
                .body("assigned", hasSize(1))
                .body("unassigned", empty())
                .rootPath("assigned[0]")
                .body("taskId", is(task.toString()))
                .body("taskTitle", is("Write the flyer"))
                .body("roleName", is("Author"))
                .body("memberId", is(ann.toString()))
                .body("memberName", is("Ann"))
                .body("fit", is(1.0f))
                .body("fixed", is(false))
                .body("reason", containsString("Copywriting 3 (needs 2), fit 100 %"))
                .body("reason", containsString("next best Ben at +"))
                .body("skills.name", contains("Copywriting"))
                .body("skills[0].level", is(3))
                .body("skills[0].minLevel", is(2))
                .body("costs.fit", is(0))
                .body("alternatives[0].memberId", is(ben.toString()))
                .body("alternatives.memberName", contains("Ben"))
                .body("alternatives[0].costDifference", greaterThan(0))
                .body("alternatives[0].startWeek", notNullValue());
    }

    /** Sue of sales is worth one level more for the role, which is a third of the wanted proficiency. */
    @Test
    void takesSomebodyOfAnotherDepartmentOnlyWhenItPaysByThePolicy() {
        var ann = team.member("Ann", 2);
        var sue = team.member("Sue", 3);
        team.belongsTo(sue, KnownFacts.otherDepartment());
        team.task(600, WEEK);

        assignments(draft(team, 1, ", \"policy\": {\"crossDepartmentWeight\": 334, \"fairnessWeight\": 0}"))
                .then()
                .body("assigned.memberId", contains(ann.toString()))
                .body("assigned[0].costs.department", is(0))
                .body("assigned[0].alternatives[0].costDifference", is(600));
        assignments(draft(team, 1, ", \"policy\": {\"crossDepartmentWeight\": 332, \"fairnessWeight\": 0}"))
                .then()
                .body("assigned.memberId", contains(sue.toString()))
                .body("assigned[0].costs.department", is(600 * 332))
                .body("assigned[0].reason", containsString("of another department"));
    }

    @Test
    void asksNoPriceForADepartmentThatTheRoleNames() {
        var sales = KnownFacts.otherDepartment();
        var sue = team.member("Sue", 3);
        team.belongsTo(sue, sales);
        team.task(
                600,
                WEEK,
                t -> ((ObjectNode) t.at("/roles/0"))
                        .put("departmentId", sales.id().toString()));

        assignments(draft(team, 1))
                .then()
                .body("assigned.memberId", contains(sue.toString()))
                .body("assigned[0].costs.department", is(0));
    }

    @Test
    void addsUpToTheValueOfThePlan() {
        team.member("Ann", 2);
        team.member("Ben", 4);
        for (int i = 0; i < 6; i++) {
            team.task(900, WEEK);
        }
        team.task(500, WEEK, t -> skill(t).put("minLevel", 5));
        var plan = draft(team, 3);

        var answer = assignments(plan);

        var sum = 0L;
        for (var list : List.of("assigned", "unassigned")) {
            for (var costs : answer.<List<java.util.Map<String, Integer>>>path(list + ".costs")) {
                sum += costs.values().stream().mapToLong(Integer::longValue).sum();
            }
        }
        assertThat(sum).isEqualTo(Planning.read(plan).<Integer>path("value").longValue());
    }

    @Test
    void saysInWhichWeekAnotherMemberHasTooLittleTime() {
        team.member("Ann", 3);
        team.member("Ben", 3);
        team.task(2000, WEEK);
        team.task(2000, WEEK);

        assignments(draft(team, 1))
                .then()
                .body("assigned", hasSize(2))
                .rootPath("assigned[0]")
                .body("reason", containsString("nobody else has room"))
                .body("alternatives[0].brokenRule", is("CAPACITY"))
                .body("alternatives[0].detail", is("In %s the role needs 33.3 h, and 6.7 h are free.".formatted(WEEK)));
    }

    @Test
    void saysWhoCouldNeverDoIt() {
        team.member("Ann", 3);
        var ben = team.member("Ben", 3);
        team.task(2000, WEEK);
        team.isAway(ben, WEEK);

        assignments(draft(team, 1))
                .then()
                .body("assigned[0].alternatives[0].memberName", is("Ben"))
                .body("assigned[0].alternatives[0].brokenRule", is("CAPACITY"))
                .body(
                        "assigned[0].alternatives[0].detail",
                        is("Has too little time in the weeks in which the role can be done."));
    }

    @Test
    void namesTheNearestHolderWhereNobodyHoldsTheSkill() {
        var ann = team.member("Ann", 3);
        team.task(600, WEEK, t -> skill(t).put("minLevel", 5));

        assignments(draft(team, 4))
                .then()
                .body("assigned", empty())
                .rootPath("unassigned[0]")
                .body("reason", is("NO_ONE_HOLDS_SKILL"))
                .body("detail", containsString("nearest is Ann with Copywriting 3 of 5"))
                .body("nearest[0].memberId", is(ann.toString()))
                .body("costs.unassigned", greaterThan(0));
    }

    @Test
    void saysThatNobodyOfTheDepartmentHoldsTheSkill() {
        team.member("Ann", 3);
        team.task(
                600,
                WEEK,
                t -> ((ObjectNode) t.at("/roles/0"))
                        .put("departmentId", UUID.randomUUID().toString()));

        assignments(draft(team, 4)).then().body("unassigned[0].reason", is("NO_ONE_IN_DEPARTMENT"));
    }

    @Test
    void saysWhichTaskMustBeDoneBefore() {
        team.member("Ann", 3);
        var before = team.task(
                600, WEEK, t -> skill(t.put("title", "Ask the market")).put("minLevel", 5));
        var task = team.task(600, WEEK, t -> KnownFacts.waitsFor(t, before));

        assignments(draft(team, 4))
                .then()
                .rootPath("unassigned.find { it.taskId == '%s' }".formatted(task))
                .body("reason", is("PREDECESSOR_UNASSIGNED"))
                .body("relatedTaskId", is(before.toString()))
                .body("detail", containsString("Ask the market"));
    }

    @Test
    void saysThatThereIsTooLittleTimeBeforeTheHorizonEnds() {
        team.member("Ann", 3);
        team.task(2500, WEEK);

        assignments(draft(team, 1)).then().body("unassigned[0].reason", is("NO_CAPACITY_BEFORE_HORIZON_END"));
    }

    @Test
    void asksTheDatabaseNoMoreForMoreRoles() {
        team.member("Ann", 3);
        team.member("Ben", 3);
        team.task(100, WEEK);
        var small = draft(team, 4);
        var forOne = Statements.countedIn(() -> assignments(small).then().body("assigned", hasSize(1)));
        for (int i = 0; i < 9; i++) {
            team.task(100, WEEK);
        }
        var large = draft(team, 4);

        var forTen = Statements.countedIn(() -> assignments(large).then().body("assigned", hasSize(10)));

        assertThat(forTen).isEqualTo(forOne).isLessThanOrEqualTo(8);
    }

    @Test
    void publishesMoreRolesWithoutAskingMoreThanTellingThemTakes() {
        for (int i = 0; i < 3; i++) {
            team.member("Member " + i, 3);
        }
        team.task(100, WEEK);
        var small = draft(team, 1);
        var forOne =
                Statements.countedIn(() -> Planning.publish(team, small).then().statusCode(200));
        for (int i = 0; i < 20; i++) {
            team.task(100, WEEK);
        }
        var large = draft(team, 1);

        var forTwenty =
                Statements.countedIn(() -> Planning.publish(team, large).then().statusCode(200));

        // batches of assignments and weeks, and for each task the row of its event; twice the version of a load
        assertThat(forTwenty - forOne).isLessThanOrEqualTo(20 + 12);
    }

    @Test
    void saysWhatWouldHaveToChangeForSomebodyElseToGetARole() {
        team.member("Ann", 3);
        var ben = team.member("Ben", 1);
        team.isAway(ben, Weeks.monday(WEEK), Weeks.monday(WEEK).plusDays(3)); // Friday is left: 480 minutes
        var task = team.task(600, WEEK);
        var plan = draft(team, 1);

        leadOf(team)
                .queryParam("roleId", team.roleOf(task))
                .queryParam("memberId", ben)
                .get(PLANS + "/{id}/counterfactual", plan)
                .then()
                .statusCode(200)
                .body("memberName", is("Ben"))
                .body("startWeek", is(WEEK.toString()))
                .body("levels.name", contains("Copywriting"))
                .body("levels.level", contains(1))
                .body("levels.minLevel", contains(2))
                .body("time.missingMinutes", contains(120))
                .body("costDifference", notNullValue())
                .body("brokenRules", empty())
                .body("detail", containsString("needs level 2 in Copywriting, needs 120 more free minutes in " + WEEK));
        assertRefused(
                422,
                "unknown-member",
                () -> leadOf(team)
                        .queryParam("roleId", team.roleOf(task))
                        .queryParam("memberId", UUID.randomUUID())
                        .get(PLANS + "/{id}/counterfactual", plan));
        assertRefused(
                422,
                "unknown-role",
                () -> leadOf(team)
                        .queryParam("roleId", UUID.randomUUID())
                        .queryParam("memberId", ben)
                        .get(PLANS + "/{id}/counterfactual", plan));
    }

    @Test
    void namesWhatIsTooFullForARoleThatNobodyGets() {
        var ann = team.member("Ann", 3);
        var first = team.task(1500, WEEK, t -> t.put("importance", 5));
        var second = team.task(1200, WEEK, t -> t.put("importance", 1));
        var design = team.skill("Design");
        var ben = team.member("Ben", 0);
        team.holdsToo(ben, design, 3);
        team.task(900, WEEK, t -> skill(t).put("skillId", design.toString()));
        var plan = draft(team, 1);

        assignments(plan)
                .then()
                .body("unassigned.taskId", contains(second.toString()))
                .body("unassigned[0].reason", is("ALL_HOLDERS_FULL"))
                .body("unassigned[0].tooFull.roles.taskId", containsInAnyOrder(first.toString(), second.toString()))
                .body("unassigned[0].tooFull.members.memberId", contains(ann.toString()))
                .body("unassigned[0].tooFull.members.memberName", contains("Ann"))
                .body("unassigned[0].tooFull.members.weeks.flatten()", contains(WEEK.toString()))
                .body("unassigned[0].tooFull.neededMinutes", is(2700))
                .body("unassigned[0].tooFull.freeMinutes", is(2400));
    }
}
