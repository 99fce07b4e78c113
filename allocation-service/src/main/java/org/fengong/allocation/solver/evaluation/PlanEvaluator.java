package org.fengong.allocation.solver.evaluation;

import java.util.List;
import java.util.Map;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.PlanningProblem;

/**
 * Judges a plan against a problem, which may have changed since the plan was made: the weekly minutes are taken as they
 * are given, not split anew.
 */
public final class PlanEvaluator {
    private PlanEvaluator() {}

    /**
     * @param placements every assigned role, fixed ones included, in any order; roles without one are unassigned
     */
    public static Evaluation evaluate(PlanningProblem problem, List<Placement> placements) {
        var findings = new Findings();
        var facts = PlanFacts.of(problem, placements, findings);
        new RoleRules(facts, findings).check();
        new TaskRules(facts, findings).check();
        new CapacityRule(facts, findings).check();
        new ChangeRule(facts, findings).check();
        Map<String, CostBreakdown> roleCosts = new CostCount(facts).roleCosts();
        return new Evaluation(
                List.copyOf(findings.violations),
                List.copyOf(findings.inherited),
                roleCosts,
                roleCosts.values().stream().reduce(CostBreakdown.NONE, CostBreakdown::plus));
    }
}
