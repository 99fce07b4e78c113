package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.allocation.solver.Problems.must;
import static org.fengong.allocation.solver.Problems.placement;
import static org.fengong.allocation.solver.Problems.wish;

import java.util.List;
import org.fengong.allocation.solver.Problems.Member;
import org.fengong.allocation.solver.Problems.Task;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.FairnessStep;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PlanningRole;
import org.fengong.allocation.solver.problem.PolicyWeights;
import org.fengong.allocation.solver.problem.SkillRequirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every soft cost against a number worked out by hand. */
class SoftCostsTest {
    @Test
    void fitCountsOneLevelAboveTheMinimumAndNoMore() {
        var problem = Problems.weeks(1)
                .weights(Problems.fit(1000))
                .member(new Member("even").skill("content", 2))
                .member(new Member("above").skill("content", 3))
                .member(new Member("expert").skill("content", 5))
                .task(new Task("task").role("role", 60, must("content", 2), wish("brand", 1, 2)))
                .build();

        // Wanted: 1·3 + 2·2 = 7. Held: 2, 3, 3 (capped), brand 0. Rates: 1000·5÷7 = 714, 1000·4÷7 = 571, 571.
        assertThat(costs(problem, placement("role", "even", 0, 60)).fit()).isEqualTo(60 * 714);
        assertThat(costs(problem, placement("role", "above", 0, 60)).fit()).isEqualTo(60 * 571);
        assertThat(costs(problem, placement("role", "expert", 0, 60)).fit()).isEqualTo(60 * 571);
    }

    @Test
    void interestCountsTheSkillFirstAndItsFieldElse() {
        var skill = new SkillRequirement("content", "writing", 1, false, 3);
        var other = new SkillRequirement("brand", "writing", 1, false, 1);
        var problem = Problems.weeks(1)
                .weights(Problems.interest(40))
                .member(new Member("keen").interest("content", 2).fieldInterest("writing", -2))
                .member(new Member("plain"))
                .task(new Task("task").role("role", 60, skill, other))
                .build();

        // Keen: 40 · (3·(2−2) + 1·(2+2)) ÷ 4 = 40. Plain: 40 · (3·2 + 1·2) ÷ 4 = 80.
        assertThat(costs(problem, placement("role", "keen", 0, 60)).interest()).isEqualTo(60 * 40);
        assertThat(costs(problem, placement("role", "plain", 0, 60)).interest()).isEqualTo(60 * 80);
    }

    @Test
    void latenessCountsTheWeeksAfterTheDueWeekTimesImportance() {
        var problem = Problems.weeks(4)
                .weights(Problems.lateness(10))
                .member("ann", 600)
                .task(new Task("task").importance(4).due(1).role("role", 60))
                .build();

        assertThat(costs(problem, placement("role", "ann", 1, 60)).lateness()).isZero();
        assertThat(costs(problem, placement("role", "ann", 2, 30, 30)).lateness())
                .isEqualTo(60 * 10 * 4 * 2);
    }

    @Test
    void fairnessIsPiecewiseLinearInPastAndPlannedLoadOverCapacity() {
        var problem = Problems.weeks(2)
                .weights(Problems.fairness(new FairnessStep(50, 3), new FairnessStep(80, 7)))
                .member(new Member("ann").capacity(500, 500).standing(100, 0).past(700, 1000))
                .task(new Task("task").role("role", 400))
                .build();

        // Capacity 2000, thresholds 1000 and 1600. Load 800 before, 1200 after: 3 · 200.
        assertThat(costs(problem, placement("role", "ann", 1, 400)).fairness()).isEqualTo(600);
    }

    @Test
    void fairnessOfANewcomerCountsNeitherPastLoadNorPastCapacity() {
        var problem = Problems.weeks(2)
                .weights(Problems.fairness(new FairnessStep(50, 3), new FairnessStep(80, 7)))
                .member(new Member("new").capacity(500, 500).standing(100, 0))
                .task(new Task("task").role("role", 800).role("more", 60))
                .build();

        // Capacity 1000, thresholds 500 and 800. Load 100 before, 900 after: 3 · 400 + 7 · 100.
        assertThat(costs(problem, placement("role", "new", 0, 400, 400)).fairness())
                .isEqualTo(1900);
    }

    @Test
    void fairnessIsSharedAmongTheRolesOfAMemberByMinutes() {
        var problem = Problems.weeks(1)
                .weights(Problems.fairness(new FairnessStep(10, 1)))
                .member("ann", 1000)
                .task(new Task("a").role("short", 100))
                .task(new Task("b").role("long", 300))
                .build();

        var evaluation = PlanEvaluator.evaluate(
                problem, List.of(placement("short", "ann", 0, 100), placement("long", "ann", 0, 300)));

        assertThat(evaluation.roleCosts().get("short").fairness()).isEqualTo(75);
        assertThat(evaluation.roleCosts().get("long").fairness()).isEqualTo(225);
    }

    @Test
    void changeCountsAnotherMemberMoreThanAnotherWeek() {
        var problem = Problems.weeks(3)
                .weights(Problems.change(5, 2))
                .member("ann", 600)
                .member("bob", 600)
                .task(new Task("task").role("role", 60))
                .published("role", "ann", 1)
                .build();

        assertThat(costs(problem, placement("role", "ann", 1, 60)).change()).isZero();
        assertThat(costs(problem, placement("role", "ann", 2, 60)).change()).isEqualTo(60 * 2);
        assertThat(costs(problem, placement("role", "bob", 1, 60)).change()).isEqualTo(60 * 5);
        assertThat(costs(problem).change()).isEqualTo(60 * 5);
    }

    @Test
    void aPublishedStartThatHasPassedCountsAsTheCurrentWeek() {
        var problem = Problems.weeks(3)
                .weights(Problems.change(5, 2))
                .member("ann", 600)
                .task(new Task("task").role("role", 60))
                .published("role", "ann", -2)
                .build();

        assertThat(costs(problem, placement("role", "ann", 0, 60)).change()).isZero();
    }

    @Test
    void goalCountsTheWeeksUntilTheWorkIsDelivered() {
        var problem = Problems.weeks(4)
                .weights(Problems.goal(10))
                .member("ann", 600)
                .task(new Task("task").goalWeight(500).role("role", 60))
                .build();

        assertThat(costs(problem, placement("role", "ann", 0, 60)).goal()).isZero();
        assertThat(costs(problem, placement("role", "ann", 3, 60)).goal()).isEqualTo(60 * 5 * 3);
        assertThat(costs(problem).goal()).isEqualTo(60 * 5 * 4);
    }

    @Test
    void departmentCountsAWishThatIsNotMet() {
        var problem = Problems.weeks(1)
                .weights(Problems.department(7))
                .member(new Member("inside").department("sales"))
                .member(new Member("outside").department("product"))
                .task(new Task("task").role(new PlanningRole("role", 60, List.of(), null, "sales", null)))
                .build();

        assertThat(costs(problem, placement("role", "inside", 0, 60)).department())
                .isZero();
        assertThat(costs(problem, placement("role", "outside", 0, 60)).department())
                .isEqualTo(60 * 7);
    }

    /** Held of the wanted 3: 2 inside, 3 outside; a minute of the worse fit costs 1000 · 1 ÷ 3 = 333. */
    @ParameterizedTest
    @CsvSource({"332, outside", "334, inside"})
    void aDepartmentIsLeftOnlyWhenItPays(int weight, String expected) {
        var problem = Problems.weeks(1)
                .weights(new PolicyWeights(1000, 0, 0, List.of(), 0, 0, 0, weight, 4000))
                .member(new Member("inside").department("sales").skill("content", 2))
                .member(new Member("outside").department("product").skill("content", 3))
                .task(new Task("task")
                        .role(new PlanningRole("role", 60, List.of(must("content", 2)), null, "sales", null)))
                .build();

        var solution = Solver.solve(problem, SolveControl.none());

        assertThat(solution.assignments().get(0).placement().memberId()).isEqualTo(expected);
        assertThat(solution.costs().total()).isEqualTo(60L * Math.min(weight, 333));
        assertThat(solution.bound()).isEqualTo(solution.costs().total());
    }

    @Test
    void unassignedCountsEffortTimesImportance() {
        var problem = Problems.weeks(1)
                .member("ann", 600)
                .task(new Task("task").importance(2).role("role", 60))
                .build();

        assertThat(costs(problem).unassigned()).isEqualTo(60 * 2 * 1000);
        assertThat(costs(problem, placement("role", "ann", 0, 60)).total()).isZero();
    }

    @Test
    void splittingATaskChangesNothing() {
        var whole = Problems.weeks(2)
                .weights(PolicyWeights.standard())
                .member(new Member("ann").skill("content", 2).past(9000, 10_000))
                .task(new Task("task").due(0).goalWeight(700).role("role", 500, must("content", 2)))
                .build();
        var split = Problems.weeks(2)
                .weights(PolicyWeights.standard())
                .member(new Member("ann").skill("content", 2).past(9000, 10_000))
                .task(new Task("task1").due(0).goalWeight(700).role("role1", 180, must("content", 2)))
                .task(new Task("task2").due(0).goalWeight(700).role("role2", 320, must("content", 2)))
                .build();

        assertThat(costs(split, placement("role1", "ann", 1, 180), placement("role2", "ann", 1, 320)))
                .isEqualTo(costs(whole, placement("role", "ann", 1, 500)));
        assertThat(costs(split)).isEqualTo(costs(whole));
    }

    private static CostBreakdown costs(PlanningProblem problem, Placement... placements) {
        return PlanEvaluator.evaluate(problem, List.of(placements)).costs();
    }
}
