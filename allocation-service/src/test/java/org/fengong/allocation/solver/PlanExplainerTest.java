package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengong.allocation.solver.Problems.must;
import static org.fengong.allocation.solver.Problems.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fengong.allocation.solver.Problems.Member;
import org.fengong.allocation.solver.Problems.Task;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Alternative;
import org.fengong.allocation.solver.plan.EffortSplit;
import org.fengong.allocation.solver.plan.Explanation;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.PlannedAssignment;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.plan.WeekLoad;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningMember;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.junit.jupiter.api.Test;

class PlanExplainerTest {
    @Test
    void saysWhyTheMemberHasTheRole() {
        var problem = Problems.weeks(2)
                .weights(Problems.fit(1000))
                .member(new Member("ann")
                        .capacity(600, 600)
                        .standing(100, 0)
                        .skill("brand", 2)
                        .interest("brand", 1))
                .member(new Member("bob").capacity(600, 600).skill("brand", 3))
                .task(new Task("task").role("role", 60, must("brand", 2)))
                .build();

        Explanation why = new PlanExplainer(problem, List.of(placement("role", "ann", 0, 60))).explain("role");

        assertThat(why.memberId()).isEqualTo("ann");
        assertThat(why.fitPermille()).isEqualTo(666);
        assertThat(why.interestPermille()).isEqualTo(1000);
        assertThat(why.skills()).containsExactly(new SkillMatch("brand", 2, 2, true));
        assertThat(why.weeks()).containsExactly(new WeekLoad(0, 160, 600));
        assertThat(why.costs().fit()).isEqualTo(60 * 333);
        assertThat(why.alternatives()).containsExactly(Alternative.possible("bob", 0, -60L * 333));
    }

    @Test
    void namesTheRuleThatKeepsAnotherMemberOut() {
        var problem = Problems.weeks(1)
                .member(new Member("ann").skill("brand", 3).department("sales"))
                .member(new Member("unskilled").department("sales"))
                .member(new Member("elsewhere").skill("brand", 3).department("product"))
                .member(new Member("full")
                        .capacity(100)
                        .standing(80)
                        .skill("brand", 3)
                        .department("sales"))
                .member(new Member("busy").capacity(100).skill("brand", 3).department("sales"))
                .member(new Member("mate").skill("brand", 3).department("sales"))
                .task(new Task("task")
                        .role(new PlanningRole("role", 60, List.of(must("brand", 2)), "sales", null, null))
                        .role("mates", 60))
                .task(new Task("other").role("fills", 90))
                .build();
        var explainer = new PlanExplainer(
                problem,
                List.of(
                        placement("role", "ann", 0, 60),
                        placement("mates", "mate", 0, 60),
                        placement("fills", "busy", 0, 90)));

        assertThat(explainer.whyNot("role", "unskilled").brokenRule()).isEqualTo(Rule.SKILL);
        assertThat(explainer.whyNot("role", "unskilled").lacking().level()).isZero();
        assertThat(explainer.whyNot("role", "elsewhere").brokenRule()).isEqualTo(Rule.DEPARTMENT);
        assertThat(explainer.whyNot("role", "full").brokenRule()).isEqualTo(Rule.CAPACITY);
        assertThat(explainer.whyNot("role", "busy"))
                .isEqualTo(new Alternative("busy", 0, null, Rule.CAPACITY, new Alternative.Shortage(0, 60, 10), null));
        assertThat(explainer.whyNot("role", "mate").brokenRule()).isEqualTo(Rule.ONE_ROLE_PER_MEMBER);
    }

    @Test
    void saysThatSomebodyHasDeclined() {
        var problem = Problems.weeks(1)
                .member(new Member("ann"))
                .member(new Member("ben"))
                .task(new Task("task").role(new PlanningRole("role", 60, List.of(), null, null, null, List.of("ben"))))
                .build();
        var explainer = new PlanExplainer(problem, List.of(placement("role", "ann", 0, 60)));

        assertThat(explainer.whyNot("role", "ben").brokenRule()).isEqualTo(Rule.DECLINED);
    }

    @Test
    void aFixedRoleHasNoAlternative() {
        var problem = Problems.weeks(1)
                .member("ann", 600)
                .member("bob", 600)
                .task(new Task("task").role("role", 60))
                .fixed(FixedAssignment.pinned("role", "ann", 0))
                .build();

        var explainer = new PlanExplainer(problem, List.of(placement("role", "ann", 0, 60)));

        assertThat(explainer.whyNot("role", "bob").brokenRule()).isEqualTo(Rule.FIXED_STAYS);
    }

    @Test
    void everyDifferenceIsExactAndEveryRefusalTrue() {
        int checked = 0;
        for (long seed = 0; seed < 300; seed++) {
            PlanningProblem problem = RandomProblems.small(seed, 6);
            Solution solution = Solver.solve(problem, SolveControl.none());
            var explainer = new PlanExplainer(problem, solution.placements());
            for (PlannedAssignment assignment : solution.assignments()) {
                if (!assignment.fixed()) {
                    for (PlanningMember other : problem.members()) {
                        check(
                                problem,
                                solution,
                                explainer,
                                assignment.placement().roleId(),
                                other);
                        checked++;
                    }
                }
            }
        }
        assertThat(checked).isGreaterThan(1000);
    }

    /** Puts the other member into the plan, week by week, and lets the evaluator judge. */
    private static void check(
            PlanningProblem problem, Solution solution, PlanExplainer explainer, String roleId, PlanningMember other) {
        PlanningRole role = problem.tasks().stream()
                .flatMap(task -> task.roles().stream())
                .filter(one -> one.id().equals(roleId))
                .findFirst()
                .orElseThrow();
        Long cheapest = null;
        for (int start = 0; start < problem.weeks(); start++) {
            int[] minutes = EffortSplit.whereFree(
                    role.effortMinutes(), role.spanWeeks(), start, freeBesidesThePlan(problem, solution, other));
            if (minutes.length > 0) {
                List<Placement> changed = new ArrayList<>(solution.placements());
                changed.removeIf(one -> one.roleId().equals(roleId));
                changed.add(new Placement(
                        roleId,
                        other.id(),
                        start,
                        Arrays.stream(minutes).boxed().toList()));
                var evaluation = PlanEvaluator.evaluate(problem, changed);
                if (evaluation.feasible()) {
                    long difference = evaluation.costs().total() - solution.value();
                    cheapest = cheapest == null ? difference : Math.min(cheapest, difference);
                }
            }
        }
        Alternative alternative = explainer.whyNot(roleId, other.id());
        assertThat(alternative.costDifference()).isEqualTo(cheapest);
        assertThat(alternative.brokenRule() == null).isEqualTo(cheapest != null);
        assertThat(cheapest == null ? 0 : cheapest)
                .as("no single change is better than the plan")
                .isNotNegative();
    }

    private static int[] freeBesidesThePlan(PlanningProblem problem, Solution solution, PlanningMember member) {
        int[] free = new int[problem.weeks()];
        for (int week = 0; week < free.length; week++) {
            free[week] = member.capacityMinutes().get(week) * problem.policy().maxLoadPercent() / 100
                    - member.standingMinutes().get(week);
            for (PlannedAssignment one : solution.assignments()) {
                if (one.fixed() && one.placement().memberId().equals(member.id())) {
                    free[week] -= one.placement().minutesIn(week);
                }
            }
            free[week] = Math.max(0, free[week]);
        }
        return free;
    }

    @Test
    void refusesARoleWithNobodyAndAPlacementTheProblemDoesNotAllow() {
        var problem = Problems.weeks(1)
                .member("ann", 600)
                .task(new Task("task").role("role", 60))
                .build();

        assertThatThrownBy(() -> new PlanExplainer(problem, List.of()).explain("role"))
                .hasMessage("Role role has nobody in this plan.");
        assertThatThrownBy(() -> new PlanExplainer(problem, List.of(placement("role", "ann", 0, 59))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
