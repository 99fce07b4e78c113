package org.fengong.allocation.solver.plan;

import java.util.List;

/**
 * The engine's answer: feasible by every rule, checked by the evaluator before it is returned.
 *
 * @param inputHash of the problem, see {@code PlanningProblem.inputHash()}
 * @param assignments the assigned roles, fixed ones included, by role id
 * @param unassigned the others, by role id
 * @param costs the sum over assignments and unassigned roles
 * @param bound no plan of this problem costs less
 * @param inherited rules that pinned, running and standing work breaks; reported, not held against the plan
 * @param steps search steps done
 * @param end why the search stopped
 */
public record Solution(
        String inputHash,
        long seed,
        List<PlannedAssignment> assignments,
        List<UnassignedRole> unassigned,
        CostBreakdown costs,
        long bound,
        List<Finding> inherited,
        long steps,
        SearchEnd end) {

    public long value() {
        return costs.total();
    }

    /** The share of the value that a better plan could save at most, 0 to 1. */
    public double gap() {
        return value() == 0 ? 0 : (value() - bound) / (double) value();
    }

    public boolean provenOptimal() {
        return value() == bound;
    }

    public List<Placement> placements() {
        return assignments.stream().map(PlannedAssignment::placement).toList();
    }
}
