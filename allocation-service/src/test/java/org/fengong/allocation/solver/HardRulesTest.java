package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.solver.Problems.must;
import static org.fengong.allocation.solver.Problems.placement;

import java.util.Arrays;
import java.util.List;
import org.fengong.allocation.solver.Problems.Member;
import org.fengong.allocation.solver.Problems.Task;
import org.fengong.allocation.solver.evaluation.Evaluation;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.junit.jupiter.api.Test;

/** Each rule on both sides of its boundary. */
class HardRulesTest {
    @Test
    void roleKnown() {
        var problem = oneRole(60);

        assertThat(broken(problem, placement("other", "ann", 0, 60))).containsExactly(Rule.ROLE_KNOWN);
        assertThat(broken(problem, placement("role", "ann", 0, 60))).isEmpty();
    }

    @Test
    void memberKnown() {
        assertThat(broken(oneRole(60), placement("role", "gone", 0, 60))).containsExactly(Rule.MEMBER_KNOWN);
    }

    @Test
    void roleOnce() {
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .member("bob", 600)
                .task(new Task("task").role("role", 60))
                .build();

        assertThat(broken(problem, placement("role", "ann", 0, 60), placement("role", "bob", 0, 60)))
                .containsExactly(Rule.ROLE_ONCE);
    }

    @Test
    void fixedStays() {
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .member("bob", 600)
                .task(new Task("task").role("role", 60))
                .fixed(FixedAssignment.pinned("role", "ann", 1))
                .build();

        assertThat(broken(problem, placement("role", "ann", 1, 60))).isEmpty();
        assertThat(broken(problem, placement("role", "ann", 2, 60))).containsExactly(Rule.FIXED_STAYS);
        assertThat(broken(problem, placement("role", "bob", 1, 60))).containsExactly(Rule.FIXED_STAYS);
        assertThat(broken(problem)).containsExactly(Rule.FIXED_STAYS);
    }

    @Test
    void effort() {
        var problem = oneRole(100);

        assertThat(broken(problem, placement("role", "ann", 0, 60, 40))).isEmpty();
        assertThat(broken(problem, placement("role", "ann", 0, 60, 39))).containsExactly(Rule.EFFORT);
        assertThat(broken(problem, placement("role", "ann", 0, 60, 41))).containsExactly(Rule.EFFORT);
    }

    @Test
    void span() {
        var problem = Problems.weeks(10)
                .member("ann", 600)
                .task(new Task("task").role(new PlanningRole("role", 90, List.of(), null, null, 2)))
                .task(new Task("free").role("spanless", 90))
                .build();

        assertThat(broken(problem, placement("role", "ann", 0, 45, 45))).isEmpty();
        assertThat(broken(problem, placement("role", "ann", 0, 30, 30, 30))).containsExactly(Rule.SPAN);
        assertThat(broken(problem, placement("role", "ann", 0, 0, 90))).containsExactly(Rule.SPAN);
        assertThat(broken(problem, placement("spanless", "ann", 0, 10, 10, 10, 10, 10, 10, 10, 20)))
                .isEmpty();
        assertThat(broken(problem, placement("spanless", "ann", 0, 10, 10, 10, 10, 10, 10, 10, 10, 10)))
                .containsExactly(Rule.SPAN);
    }

    @Test
    void horizon() {
        var problem = oneRole(100);

        assertThat(broken(problem, placement("role", "ann", 2, 60, 40))).isEmpty();
        assertThat(broken(problem, placement("role", "ann", 3, 60, 40))).containsExactly(Rule.HORIZON);
        assertThat(broken(problem, placement("role", "ann", -1, 60, 40))).contains(Rule.HORIZON);
    }

    @Test
    void skill() {
        var problem = Problems.weeks(4)
                .member(new Member("three").skill("content", 3))
                .member(new Member("two").skill("content", 2))
                .task(new Task("task").role("role", 60, must("content", 3)))
                .build();

        assertThat(broken(problem, placement("role", "three", 0, 60))).isEmpty();
        assertThat(broken(problem, placement("role", "two", 0, 60))).containsExactly(Rule.SKILL);
    }

    @Test
    void department() {
        var problem = Problems.weeks(4)
                .member(new Member("inside").department("sales"))
                .member(new Member("outside").department("product"))
                .member(new Member("nowhere"))
                .task(new Task("task").role(new PlanningRole("role", 60, List.of(), "sales", null, null)))
                .build();

        assertThat(broken(problem, placement("role", "inside", 0, 60))).isEmpty();
        assertThat(broken(problem, placement("role", "outside", 0, 60))).containsExactly(Rule.DEPARTMENT);
        assertThat(broken(problem, placement("role", "nowhere", 0, 60))).containsExactly(Rule.DEPARTMENT);
    }

    @Test
    void declined() {
        var problem = Problems.weeks(4)
                .member(new Member("no"))
                .member(new Member("yes"))
                .task(new Task("task").role(new PlanningRole("role", 60, List.of(), null, null, null, List.of("no"))))
                .build();

        assertThat(broken(problem, placement("role", "no", 0, 60))).containsExactly(Rule.DECLINED);
        assertThat(broken(problem, placement("role", "yes", 0, 60))).isEmpty();
    }

    @Test
    void earliestStart() {
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .task(new Task("task").earliest(2).role("role", 60))
                .build();

        assertThat(broken(problem, placement("role", "ann", 2, 60))).isEmpty();
        assertThat(broken(problem, placement("role", "ann", 1, 60))).containsExactly(Rule.EARLIEST_START);
    }

    @Test
    void earliestStartOfARoleAlone() {
        var later = new PlanningRole("later", 60, List.of(), null, null, null, List.of(), 2);
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .member("ben", 600)
                .task(new Task("task").role(later).role("role", 60))
                .build();

        assertThat(broken(problem, placement("later", "ann", 2, 60), placement("role", "ben", 0, 60)))
                .isEmpty();
        assertThat(broken(problem, placement("later", "ann", 1, 60), placement("role", "ben", 0, 60)))
                .containsExactly(Rule.EARLIEST_START);
    }

    @Test
    void capacity() {
        var problem = Problems.weeks(2)
                .policy(Problems.weeks(2).policy.withMaxLoadPercent(90))
                .member(new Member("ann").capacity(1000, 1000).standing(300, 0))
                .task(new Task("task").role("role", 600))
                .task(new Task("more").role("another", 601))
                .build();

        assertThat(broken(problem, placement("role", "ann", 0, 600))).isEmpty();
        Finding finding = PlanEvaluator.evaluate(problem, List.of(placement("another", "ann", 0, 601)))
                .violations()
                .get(0);
        assertThat(finding.rule()).isEqualTo(Rule.CAPACITY);
        assertThat(finding.memberId()).isEqualTo("ann");
        assertThat(finding.week()).isZero();
        assertThat(finding.overByMinutes()).isEqualTo(1);
    }

    @Test
    void dependencyWithLagOneWaitsForTheNextWeek() {
        var problem = chain(1);

        assertThat(broken(problem, placement("first", "ann", 0, 60, 60), placement("second", "bob", 2, 60)))
                .isEmpty();
        assertThat(broken(problem, placement("first", "ann", 0, 60, 60), placement("second", "bob", 1, 60)))
                .containsExactly(Rule.DEPENDENCY);
    }

    @Test
    void dependencyWithLagZeroAllowsTheSameWeek() {
        var problem = chain(0);

        assertThat(broken(problem, placement("first", "ann", 0, 60, 60), placement("second", "bob", 1, 60)))
                .isEmpty();
        assertThat(broken(problem, placement("first", "ann", 0, 60, 60), placement("second", "bob", 0, 60)))
                .containsExactly(Rule.DEPENDENCY);
    }

    @Test
    void dependencyOnATaskOutsideThePlan() {
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .task(new Task("task").after("outside", 1).role("role", 60))
                .outside("outside", 1)
                .build();

        assertThat(broken(problem, placement("role", "ann", 2, 60))).isEmpty();
        assertThat(broken(problem, placement("role", "ann", 1, 60))).containsExactly(Rule.DEPENDENCY);
    }

    @Test
    void predecessorAssigned() {
        assertThat(broken(chain(0), placement("second", "bob", 3, 60))).containsExactly(Rule.PREDECESSOR_ASSIGNED);
    }

    @Test
    void together() {
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .member("bob", 600)
                .task(new Task("task").together().role("one", 60).role("two", 60))
                .build();

        assertThat(broken(problem, placement("one", "ann", 1, 60), placement("two", "bob", 1, 60)))
                .isEmpty();
        assertThat(broken(problem, placement("one", "ann", 1, 60), placement("two", "bob", 2, 60)))
                .containsExactly(Rule.TOGETHER);
    }

    @Test
    void oneRolePerMember() {
        var one = Problems.weeks(4)
                .member("ann", 600)
                .task(new Task("task").role("one", 60).role("two", 60));
        var several = Problems.weeks(4)
                .member("ann", 600)
                .task(new Task("task").allowSameMember().role("one", 60).role("two", 60));
        Placement[] both = {placement("one", "ann", 0, 60), placement("two", "ann", 1, 60)};

        assertThat(broken(one.build(), both)).containsExactly(Rule.ONE_ROLE_PER_MEMBER);
        assertThat(broken(several.build(), both)).isEmpty();
    }

    @Test
    void whatFixedRolesBreakIsInheritedAndNoViolation() {
        var problem = Problems.weeks(2)
                .member(new Member("ann").capacity(500, 500).standing(200, 0))
                .task(new Task("task")
                        .earliest(1)
                        .role("one", 400, must("brand", 5))
                        .role("two", 100))
                .fixed(FixedAssignment.pinned("one", "ann", 0))
                .fixed(FixedAssignment.pinned("two", "ann", 1))
                .build();

        Evaluation evaluation = PlanEvaluator.evaluate(
                problem, List.of(placement("one", "ann", 0, 400), placement("two", "ann", 1, 100)));

        assertThat(evaluation.violations()).isEmpty();
        assertThat(evaluation.inherited())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(Rule.SKILL, Rule.EARLIEST_START, Rule.ONE_ROLE_PER_MEMBER, Rule.CAPACITY);
        assertThat(evaluation.inherited())
                .filteredOn(finding -> finding.rule() == Rule.CAPACITY)
                .extracting(Finding::overByMinutes)
                .containsExactly(100);
    }

    @Test
    void workBeforeAPinnedSuccessorMustEndBeforeIt() {
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .member("bob", 600)
                .task(new Task("a").role("first", 60))
                .task(new Task("b").after("a", 1).role("second", 60))
                .fixed(FixedAssignment.pinned("second", "bob", 2))
                .build();
        Placement pinned = placement("second", "bob", 2, 60);

        assertThat(broken(problem, placement("first", "ann", 1, 60), pinned)).isEmpty();
        List<Finding> late = PlanEvaluator.evaluate(problem, List.of(placement("first", "ann", 2, 60), pinned))
                .violations();
        assertThat(late).extracting(Finding::rule).containsExactly(Rule.DEPENDENCY);
        assertThat(late).extracting(Finding::roleId).containsExactly("first");
    }

    private static PlanningProblem oneRole(int effortMinutes) {
        return Problems.weeks(4)
                .member("ann", 600)
                .task(new Task("task").role("role", effortMinutes))
                .build();
    }

    private static PlanningProblem chain(int lagWeeks) {
        return Problems.weeks(4)
                .member("ann", 60)
                .member("bob", 60)
                .task(new Task("a").role("first", 120))
                .task(new Task("b").after("a", lagWeeks).role("second", 60))
                .build();
    }

    private static List<Rule> broken(PlanningProblem problem, Placement... placements) {
        return PlanEvaluator.evaluate(problem, Arrays.asList(placements)).violations().stream()
                .map(Finding::rule)
                .toList();
    }
}
