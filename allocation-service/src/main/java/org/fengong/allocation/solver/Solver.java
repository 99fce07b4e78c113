package org.fengong.allocation.solver;

import org.fengong.allocation.solver.plan.SearchEnd;
import org.fengong.allocation.solver.plan.Solution;
import org.fengong.allocation.solver.problem.PlanningPolicy;
import org.fengong.allocation.solver.problem.PlanningProblem;

/** Divides the labour: one feasible plan of low cost, with a bound that says how far from the best it can be. */
public final class Solver {
    private static final long LEAST_STEPS = 500_000;
    private static final long STEPS_PER_ROLE = 15_000;
    private static final long MOST_STEPS = 20_000_000;

    private final PlanningProblem problem;
    private final SolveControl control;
    private final Limits limits;
    private final Model model;

    private Solver(PlanningProblem problem, SolveControl control) {
        this.problem = problem;
        this.control = control;
        limits = new Limits(problem.policy().wallClockCeiling(), control.cancelled());
        model = ModelBuilder.build(problem);
    }

    /**
     * Searches until the step budget, the wall-clock ceiling, cancellation or a proof of optimality ends it. The same
     * problem gives the same plan on every machine, unless the wall clock or the caller cut it.
     *
     * @throws IllegalArgumentException when the weights are so large that costs leave the whole numbers
     * @throws IllegalStateException when the evaluator does not confirm the plan: an error of the engine, never a plan
     */
    public static Solution solve(PlanningProblem problem, SolveControl control) {
        return new Solver(problem, control).solve();
    }

    private Solution solve() {
        var prices = new Prices(model);
        State state = Greedy.plan(model, prices);
        tell(0, state, prices);
        prices.improve(state.cost(), limits);
        State priced = Greedy.plan(model, prices);
        if (priced.cost() < state.cost()) {
            state = priced;
        }
        tell(0, state, prices);
        long steps = search(state, prices);
        new Polish(state).run();
        SearchEnd end = state.cost() == prices.bound()
                ? SearchEnd.PROVEN_OPTIMAL
                : limits.end() == null ? SearchEnd.STEPS_DONE : limits.end();
        return new Answer(problem, state).solution(prices.bound(), steps, end);
    }

    private long search(State state, Prices prices) {
        PlanningPolicy policy = problem.policy();
        var draws = new Draws(policy.seed());
        var annealing = new Annealing(state, new Candidates(model, prices, draws), draws);
        var shown = new State(model);
        annealing.run(budget(policy), prices.bound(), limits, (steps, plan, cost) -> {
            shown.assume(plan);
            tell(steps, shown, prices);
        });
        return annealing.steps();
    }

    private long budget(PlanningPolicy policy) {
        if (policy.stepBudget() > 0) {
            return policy.stepBudget();
        }
        return Math.min(
                MOST_STEPS, Math.max(LEAST_STEPS, STEPS_PER_ROLE * model.roles().size()));
    }

    private void tell(long steps, State state, Prices prices) {
        control.progress().accept(new Progress(steps, state.cost(), prices.bound(), state.placements()));
    }
}
