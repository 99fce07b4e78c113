package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.PlannedAssignment;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.junit.jupiter.api.Test;

class SolverOptimalityTest {
    private static final int PROBLEMS = 400;

    @Test
    void boundIsNeverAboveTheOptimumAndTheSearchNearlyAlwaysFindsIt() {
        int found = 0;
        int proven = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            PlanningProblem problem = RandomProblems.small(seed, 4);
            Solution solution = Solver.solve(problem, SolveControl.none());
            long optimum = BruteForce.optimum(problem, fixed(solution));

            assertThat(PlanEvaluator.evaluate(problem, solution.placements()).violations())
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(solution.bound()).as("bound, seed %d", seed).isLessThanOrEqualTo(optimum);
            assertThat(solution.value()).as("value, seed %d", seed).isGreaterThanOrEqualTo(optimum);
            found += solution.value() == optimum ? 1 : 0;
            proven += solution.provenOptimal() ? 1 : 0;
        }
        assertThat(found).isGreaterThan(PROBLEMS * 98 / 100);
        assertThat(proven).isGreaterThan(PROBLEMS / 4);
    }

    private static List<Placement> fixed(Solution solution) {
        return solution.assignments().stream()
                .filter(PlannedAssignment::fixed)
                .map(PlannedAssignment::placement)
                .toList();
    }
}
