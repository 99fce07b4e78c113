package org.fengong.allocation.plan;

import java.util.List;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Solution;

/**
 * How the engine came to its result; small enough for lists of plans.
 *
 * @param inherited rules that running work breaks by itself, in words
 * @param end why the search stopped
 */
record PlanSummary(CostBreakdown costs, List<String> inherited, long steps, String end) {
    static PlanSummary of(Solution solution) {
        return new PlanSummary(
                solution.costs(),
                solution.inherited().stream().map(Finding::detail).toList(),
                solution.steps(),
                solution.end().name());
    }
}
