package org.fengong.allocation.solver.evaluation;

import java.util.List;
import java.util.Map;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Finding;

/**
 * What a plan is worth.
 *
 * @param violations rules that the plan breaks; empty = it may be published
 * @param inherited rules that pinned, running and standing work breaks by itself
 * @param roleCosts of every role of the problem, assigned or not, by role id
 * @param costs their sum
 */
public record Evaluation(
        List<Finding> violations, List<Finding> inherited, Map<String, CostBreakdown> roleCosts, CostBreakdown costs) {

    public boolean feasible() {
        return violations.isEmpty();
    }
}
