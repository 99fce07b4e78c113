package org.fengong.allocation.solver;

import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.plan.SearchEnd;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.search.Search;

/** Divides the labour: one feasible plan of low cost, with a bound that says how far from the best it can be. */
public final class Solver {
    private final PlanningProblem problem;
    private final SolveControl control;
    private final Model model;

    private Solver(PlanningProblem problem, SolveControl control) {
        this.problem = problem;
        this.control = control;
        model = ModelBuilder.build(problem);
    }

    /**
     * Searches until the step budget, the wall-clock ceiling, cancellation or a proof of optimality ends it. The same
     * problem gives the same plan on every machine. Where the wall clock or the caller cut it, so it does with the
     * solution's steps as the control's last one; what comes before the first step, they do not cut.
     *
     * @throws IllegalArgumentException when the weights are so large that costs leave the whole numbers
     * @throws ChangesExceededException when no plan was found that changes as little as the policy demands
     * @throws IllegalStateException when the evaluator does not confirm the plan: an error of the engine, never a plan
     */
    public static Solution solve(PlanningProblem problem, SolveControl control) {
        return new Solver(problem, control).solve();
    }

    private Solution solve() {
        PlanningPolicy policy = problem.policy();
        var limits = new Limits(policy.wallClockCeiling(), control.cancelled(), control.lastStep());
        var settings = new Search.Settings(policy.seed(), policy.stepBudget(), limits);
        Search.Found found = policy.maxChanges() == null
                ? Search.run(model.core(), settings, this::tell)
                : Search.run(
                        model.core(), LeastChange.of(model, control.cancelled()).start(), settings, this::tell);
        SearchEnd end = found.plan().cost() == found.bound()
                ? SearchEnd.PROVEN_OPTIMAL
                : limits.end() == null ? SearchEnd.STEPS_DONE : limits.end();
        return new Answer(model, found.plan()).solution(found.bound(), found.steps(), end);
    }

    private void tell(long steps, int[] plan, long cost, long bound) {
        control.progress().accept(new Progress(steps, cost, bound, model.placements(plan)));
    }
}
