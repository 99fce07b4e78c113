package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.solver.Problems.must;

import java.util.List;
import org.fengong.allocation.solver.Problems.Member;
import org.fengong.allocation.solver.Problems.Task;
import org.fengong.allocation.solver.plan.NearestHolder;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.fengong.allocation.solver.plan.UnassignedReason;
import org.fengong.allocation.solver.plan.UnassignedRole;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PolicyWeights;
import org.junit.jupiter.api.Test;

class UnassignedReasonTest {
    @Test
    void namesTheNearestHoldersWhenNoOneHoldsTheSkill() {
        var problem = Problems.weeks(1)
                .member(new Member("none"))
                .member(new Member("some").skill("brand", 2))
                .member(new Member("nearly").skill("brand", 3))
                .member(new Member("other").skill("content", 5))
                .task(new Task("task").role("role", 60, must("brand", 4)));

        UnassignedRole role = only(problem);

        assertThat(role.reason()).isEqualTo(UnassignedReason.NO_ONE_HOLDS_SKILL);
        assertThat(role.nearest()).extracting(NearestHolder::memberId).containsExactly("nearly", "some", "none");
        assertThat(role.nearest().get(0).missing()).containsExactly(new SkillMatch("brand", 3, 4, true));
    }

    @Test
    void saysWhenHoldersBelongToOtherDepartments() {
        var problem = Problems.weeks(1)
                .member(new Member("ann").department("product"))
                .task(new Task("task").role(new PlanningRole("role", 60, List.of(), "sales", null, null)));

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.NO_ONE_IN_DEPARTMENT);
    }

    @Test
    void saysWhenAllWhoCouldDoItHaveDeclined() {
        var problem = Problems.weeks(1)
                .member(new Member("ann"))
                .member(new Member("ben"))
                .task(new Task("task")
                        .role(new PlanningRole("role", 60, List.of(), null, null, null, List.of("ben", "ann"))));

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.DECLINED_BY_ALL);
    }

    @Test
    void namesThePredecessorThatHasNobody() {
        var problem = Problems.weeks(3)
                .member("ann", 600)
                .task(new Task("a").role("first", 60, must("brand", 1)))
                .task(new Task("b").after("a", 1).role("second", 60));

        UnassignedRole second = all(problem).get(1);

        assertThat(second.reason()).isEqualTo(UnassignedReason.PREDECESSOR_UNASSIGNED);
        assertThat(second.relatedTaskId()).isEqualTo("a");
    }

    @Test
    void namesThePredecessorThatEndsTooLate() {
        var problem = Problems.weeks(3)
                .member("ann", 600)
                .task(new Task("b").after("outside", 1).role("second", 60))
                .outside("outside", 2);

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.STARTS_AFTER_HORIZON);
        assertThat(only(problem).relatedTaskId()).isEqualTo("outside");
    }

    @Test
    void namesNoTaskWhenTheEarliestStartIsTooLate() {
        var problem = Problems.weeks(3)
                .member("ann", 600)
                .task(new Task("task").earliest(3).role("role", 60));

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.STARTS_AFTER_HORIZON);
        assertThat(only(problem).relatedTaskId()).isNull();
    }

    @Test
    void namesTheSuccessorThatIsPinnedTooEarly() {
        var problem = Problems.weeks(3)
                .member("ann", 600)
                .member("bob", 600)
                .task(new Task("a").role("first", 60))
                .task(new Task("b").after("a", 1).role("second", 60))
                .fixed(FixedAssignment.pinned("second", "bob", 0));

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.SUCCESSOR_PINNED_TOO_EARLY);
        assertThat(only(problem).relatedTaskId()).isEqualTo("b");
    }

    @Test
    void saysWhenStandingWorkLeavesTooLittle() {
        var problem = Problems.weeks(2)
                .member(new Member("ann").capacity(100, 100).standing(70, 70))
                .task(new Task("task").role("role", 61));

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.NO_CAPACITY_BEFORE_HORIZON_END);
    }

    @Test
    void saysUntilWhenAllHoldersAreFull() {
        var problem = Problems.weeks(3)
                .member(new Member("ann").capacity(100, 100, 50))
                .task(new Task("a").importance(5).role("important", 200))
                .task(new Task("b").importance(1).role("minor", 60));

        UnassignedRole role = only(problem);

        assertThat(role.roleId()).isEqualTo("minor");
        assertThat(role.reason()).isEqualTo(UnassignedReason.ALL_HOLDERS_FULL);
        assertThat(role.untilWeek()).isEqualTo(2);
    }

    @Test
    void saysWhenWhoHasRoomHoldsAnotherRole() {
        var problem = Problems.weeks(1)
                .member("ann", 600)
                .task(new Task("task").role("one", 120).role("two", 60));

        assertThat(only(problem).roleId()).isEqualTo("two");
        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.HOLDERS_HAVE_ANOTHER_ROLE);
    }

    @Test
    void saysWhenWhoHasRoomHoldsAFixedRole() {
        var problem = Problems.weeks(1)
                .member("ann", 600)
                .task(new Task("task").role("one", 120).role("two", 60))
                .fixed(FixedAssignment.running("one", "ann"));

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.HOLDERS_HAVE_ANOTHER_ROLE);
    }

    @Test
    void saysWhenThereIsNoCommonWeek() {
        var problem = Problems.weeks(2)
                .member(new Member("ann").capacity(100, 0).skill("brand", 1))
                .member(new Member("bob").capacity(0, 100))
                .task(new Task("task")
                        .together()
                        .role("one", 60, must("brand", 1))
                        .role("two", 30));

        assertThat(only(problem).roleId()).isEqualTo("two");
        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.NO_COMMON_WEEK);
    }

    @Test
    void saysWhenItCostsMoreThanLeavingIt() {
        var problem = Problems.weeks(2)
                .weights(new PolicyWeights(0, 500, 0, List.of(), 0, 0, 0, 0, 100))
                .member(new Member("ann").skill("brand", 1).interest("brand", -2))
                .task(new Task("task").importance(1).role("role", 60, must("brand", 1)));

        assertThat(only(problem).reason()).isEqualTo(UnassignedReason.COSTS_MORE_THAN_LEAVING_IT);
    }

    private static UnassignedRole only(Problems problem) {
        assertThat(all(problem)).hasSize(1);
        return all(problem).get(0);
    }

    private static List<UnassignedRole> all(Problems problem) {
        return Solver.solve(problem.build(), SolveControl.none()).unassigned();
    }
}
