package org.fengong.allocation.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.fengong.allocation.solver.core.Keep;
import org.fengong.allocation.solver.core.Limits;
import org.fengong.allocation.solver.evaluation.PlanEvaluator;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.search.Search;

/** What it costs to change little: the best plan found for each number of changes. */
public final class ChangePrices {
    private static final long STEPS = 100_000;

    private ChangePrices() {}

    /**
     * @param value of the best plan found that changes at most so many published roles; null when none was found
     */
    public record Price(int changes, Long value) {}

    /**
     * Each plan is the start of the search for the next, so that no value is above that of fewer changes. The limit that
     * the problem's own policy sets does not count.
     *
     * @param most the last number of changes asked for
     * @param ceiling for all of them; what is not searched any more has the value of fewer changes
     * @return by number of changes, from 0 to {@code most}
     */
    public static List<Price> of(PlanningProblem problem, int most, Duration ceiling, BooleanSupplier cancelled) {
        var unlimited = problem.withPolicy(problem.policy().withMaxChanges(null));
        Model model = ModelBuilder.build(unlimited);
        var limits = new Limits(ceiling, cancelled);
        LeastChange least = LeastChange.of(model, () -> limits.reached());
        int ofFixed = model.changesOfFixed();
        int[] plan = least.plan();
        Long value = null;
        List<Price> prices = new ArrayList<>();
        for (int changes = 0; changes <= most; changes++) {
            if (changes - ofFixed >= least.changes()) {
                var core = model.core().keeping(new Keep(model.core().keep().option(), changes - ofFixed));
                var settings = new Search.Settings(problem.policy().seed(), STEPS, limits);
                var found = Search.improve(core, plan, settings);
                plan = found.option;
                value = confirmed(unlimited, model, plan, changes, found.cost());
            }
            prices.add(new Price(changes, value));
        }
        return prices;
    }

    private static long confirmed(PlanningProblem problem, Model model, int[] plan, int changes, long cost) {
        var limited = problem.withPolicy(problem.policy().withMaxChanges(changes));
        var evaluation = PlanEvaluator.evaluate(limited, model.placements(plan));
        if (!evaluation.feasible() || evaluation.costs().total() != cost) {
            throw new IllegalStateException("The evaluator does not confirm the plan with " + changes
                    + " changes: value " + evaluation.costs().total() + " against " + cost + ", violations "
                    + evaluation.violations());
        }
        return cost;
    }
}
