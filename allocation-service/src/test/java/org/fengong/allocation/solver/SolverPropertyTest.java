package org.fengong.allocation.solver;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningProblem;

class SolverPropertyTest {
    @Property(tries = 300)
    void everyPlanIsFeasibleCompleteAndNotBelowItsBound(@ForAll long seed) {
        PlanningProblem problem = RandomProblems.small(seed, 10);

        Solution solution = Solver.solve(problem, SolveControl.none());

        var evaluation = PlanEvaluator.evaluate(problem, solution.placements());
        assertThat(evaluation.violations()).isEmpty();
        assertThat(evaluation.costs()).isEqualTo(solution.costs());
        assertThat(solution.bound()).isLessThanOrEqualTo(solution.value());
        assertThat(solution.gap()).isBetween(0.0, 1.0);
        assertThat(solution.assignments().size() + solution.unassigned().size())
                .isEqualTo(problem.tasks().stream()
                        .mapToInt(task -> task.roles().size())
                        .sum());
    }
}
