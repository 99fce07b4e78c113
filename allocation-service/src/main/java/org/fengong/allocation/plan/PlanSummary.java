package org.fengong.allocation.plan;

import java.util.List;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.SearchEnd;
import org.fengong.allocation.solver.plan.Solution;

/**
 * How the engine came to its result; small enough for lists of plans.
 *
 * @param inherited rules that running work breaks by itself, in words
 * @param end why the search stopped
 * @param changes roles of the plan in force that it changes; null of plans from before it was counted
 */
record PlanSummary(CostBreakdown costs, List<String> inherited, long steps, String end, Integer changes) {
    /** The clock or a caller ended the search, not its steps. */
    boolean wasCut() {
        return SearchEnd.WALL_CLOCK_CEILING.name().equals(end)
                || SearchEnd.CANCELLED.name().equals(end);
    }

    static PlanSummary of(Solution solution, int changes) {
        return new PlanSummary(
                solution.costs(),
                solution.inherited().stream().map(Finding::detail).toList(),
                solution.steps(),
                solution.end().name(),
                changes);
    }
}
