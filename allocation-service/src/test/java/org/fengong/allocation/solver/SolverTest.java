package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengong.allocation.solver.Problems.must;
import static org.fengong.allocation.solver.Problems.placement;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fengong.allocation.solver.Problems.Member;
import org.fengong.allocation.solver.Problems.Task;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.SearchEnd;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.FixedAssignment;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PolicyWeights;
import org.junit.jupiter.api.Test;

class SolverTest {
    @Test
    void givesEachTaskToWhoIsGoodAtIt() {
        var problem = Problems.weeks(1)
                .weights(PolicyWeights.standard())
                .member(new Member("researcher").skill("research", 5).skill("content", 2))
                .member(new Member("writer").skill("research", 2).skill("content", 5))
                .task(new Task("survey").role("analyst", 600, must("research", 2)))
                .task(new Task("blog").role("author", 600, must("content", 2)))
                .build();

        Solution solution = solve(problem);

        assertThat(solution.placements())
                .containsExactly(placement("analyst", "researcher", 0, 600), placement("author", "writer", 0, 600));
        assertThat(solution.provenOptimal()).isTrue();
        assertThat(solution.end()).isEqualTo(SearchEnd.PROVEN_OPTIMAL);
        assertThat(solution.gap()).isZero();
    }

    @Test
    void sameProblemAndSeedGiveTheSamePlan() {
        PlanningProblem problem = MiddleSized.problem(11, 30_000);

        assertThat(solve(problem)).isEqualTo(solve(problem));
    }

    @Test
    void orderOfTheInputChangesNothing() {
        PlanningProblem problem = MiddleSized.problem(11, 30_000);
        var members = new ArrayList<>(problem.members());
        var tasks = new ArrayList<>(problem.tasks());
        Collections.reverse(members);
        Collections.reverse(tasks);

        Solution reversed = solve(new PlanningProblem(
                problem.weeks(),
                members,
                tasks,
                problem.outsideEndWeeks(),
                problem.fixed(),
                problem.published(),
                problem.policy()));

        assertThat(reversed).isEqualTo(solve(problem));
    }

    @Test
    void tellsAFeasiblePlanAtOnceAndOnlyBetterOnesAfterIt() {
        PlanningProblem problem = MiddleSized.problem(12, 60_000);
        List<Progress> told = new ArrayList<>();

        Solution solution = Solver.solve(problem, new SolveControl(() -> false, told::add));

        assertThat(told).hasSizeGreaterThan(2);
        assertThat(told.get(0).steps()).isZero();
        for (int i = 0; i < told.size(); i++) {
            var evaluation = PlanEvaluator.evaluate(problem, told.get(i).placements());
            assertThat(evaluation.violations()).isEmpty();
            assertThat(evaluation.costs().total()).isEqualTo(told.get(i).value());
            assertThat(told.get(i).bound()).isLessThanOrEqualTo(solution.value());
            assertThat(told.get(i).value()).isGreaterThanOrEqualTo(solution.value());
        }
    }

    @Test
    void returnsTheBestPlanSoFarWhenCancelled() {
        PlanningProblem problem = MiddleSized.problem(13, 1_000_000_000_000L);
        long[] asked = {0};

        Solution solution = Solver.solve(problem, new SolveControl(() -> ++asked[0] > 2_000, told -> {}));

        assertThat(solution.end()).isEqualTo(SearchEnd.CANCELLED);
        assertThat(solution.steps()).isPositive();
        assertThat(PlanEvaluator.evaluate(problem, solution.placements()).violations())
                .isEmpty();
    }

    @Test
    void saysWhenTheWallClockCutTheSearch() {
        PlanningProblem problem = MiddleSized.problem(13, 1_000_000_000_000L);
        var hurried = problem.policy().withWallClockCeiling(Duration.ofMillis(300));

        Solution solution = solve(MiddleSized.withPolicy(problem, hurried));

        assertThat(solution.end()).isEqualTo(SearchEnd.WALL_CLOCK_CEILING);
    }

    @Test
    void costsOfThePartsAddUpToTheValue() {
        PlanningProblem problem = MiddleSized.problem(14, 20_000);

        Solution solution = solve(problem);

        long sum = solution.assignments().stream()
                        .mapToLong(assignment -> assignment.costs().total())
                        .sum()
                + solution.unassigned().stream()
                        .mapToLong(role -> role.costs().total())
                        .sum();
        assertThat(sum).isEqualTo(solution.value());
        assertThat(solution.inputHash()).isEqualTo(problem.inputHash());
    }

    @Test
    void startsTheRolesOfATaskDoneTogetherInTheSameWeek() {
        var problem = Problems.weeks(3)
                .member(new Member("ann").capacity(60, 60, 0))
                .member(new Member("bob").capacity(0, 60, 60))
                .task(new Task("workshop").together().role("host", 60).role("guest", 60))
                .build();

        assertThat(solve(problem).placements()).extracting(Placement::startWeek).containsExactly(1, 1);
    }

    @Test
    void startsASuccessorInTheSameWeekWithLagZeroAndInTheNextWithLagOne() {
        for (int lag = 0; lag < 2; lag++) {
            var problem = Problems.weeks(3)
                    .weights(Problems.lateness(10))
                    .member("ann", 600)
                    .task(new Task("a").due(0).role("first", 60))
                    .task(new Task("b").due(0).after("a", lag).role("second", 60))
                    .build();

            assertThat(solve(problem).placements())
                    .extracting(Placement::startWeek)
                    .containsExactly(0, lag);
        }
    }

    @Test
    void keepsAPinnedRoleReportsItsOverloadAndLeavesThatWeekToNobodyElse() {
        var problem = Problems.weeks(2)
                .weights(Problems.lateness(10))
                .member("ann", 300)
                .task(new Task("a").role("pinned", 500))
                .task(new Task("b").due(0).role("free", 100))
                .fixed(new FixedAssignment("pinned", "ann", 0, false, List.of(400, 100)))
                .build();

        Solution solution = solve(problem);

        assertThat(solution.placements())
                .containsExactlyInAnyOrder(placement("pinned", "ann", 0, 400, 100), placement("free", "ann", 1, 100));
        assertThat(solution.inherited())
                .containsExactly(new Finding(
                        Rule.CAPACITY,
                        null,
                        "ann",
                        0,
                        100,
                        "Standing work of 400 minutes exceeds the capacity of 300 minutes."));
    }

    @Test
    void splitsARunningRoleOverTheWeeksThatHoldItsEstimateToComplete() {
        var problem = Problems.weeks(4)
                .member(new Member("ann").capacity(300, 300, 300, 300).standing(200, 0, 0, 0))
                .task(new Task("a").earliest(3).role("running", 400))
                .fixed(FixedAssignment.running("running", "ann"))
                .build();

        assertThat(solve(problem).placements()).containsExactly(placement("running", "ann", 0, 100, 300));
        assertThat(solve(problem).inherited()).isEmpty();
    }

    @Test
    void keepsThePublishedPlanWhereChangeCostsMoreThanItBrings() {
        var problem = Problems.weeks(2)
                .weights(new PolicyWeights(100, 0, 0, List.of(), 60, 0, 0, 0, 1000))
                .member(new Member("expert").skill("brand", 2))
                .member(new Member("beginner").skill("brand", 1))
                .task(new Task("task").role("role", 60, must("brand", 1)))
                .published("role", "beginner", 0)
                .build();

        assertThat(solve(problem).placements()).containsExactly(placement("role", "beginner", 0, 60));
    }

    @Test
    void takesTheEarlierWeekWhereTheCostIsTheSame() {
        var problem = Problems.weeks(4)
                .member("ann", 600)
                .task(new Task("task").role("role", 60))
                .build();

        assertThat(solve(problem).placements()).containsExactly(placement("role", "ann", 0, 60));
    }

    @Test
    void answersAProblemWithoutTasksOrWithoutMembers() {
        assertThat(solve(Problems.weeks(1).member("ann", 60).build()).value()).isZero();
        Solution nobody =
                solve(Problems.weeks(1).task(new Task("task").role("role", 60)).build());
        assertThat(nobody.unassigned()).hasSize(1);
        assertThat(nobody.provenOptimal()).isTrue();
    }

    @Test
    void refusesWeightsThatLeaveTheWholeNumbers() {
        var weights = new PolicyWeights(100_000, 0, 100_000, List.of(), 0, 0, 0, 0, 100_000);
        var problem = Problems.weeks(1).weights(weights).member("ann", 60);
        for (int i = 0; i < 100; i++) {
            problem.task(new Task("t" + i).due(-1000).role("r" + i, 1_000_000));
        }
        problem.member(new Member("giant").capacity(1_000_000));

        assertThatThrownBy(() -> solve(problem.build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Choose smaller weights");
    }

    private static Solution solve(PlanningProblem problem) {
        return Solver.solve(problem, SolveControl.none());
    }
}
