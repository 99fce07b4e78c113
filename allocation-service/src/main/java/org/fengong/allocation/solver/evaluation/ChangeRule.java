package org.fengong.allocation.solver.evaluation;

import java.util.List;
import org.fengong.allocation.solver.plan.Finding;
import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.problem.PlanningProblem;
import org.fengong.allocation.solver.problem.PublishedAssignment;

/** The limit on how much of what is published a plan changes. */
public final class ChangeRule {
    private final PlanFacts facts;
    private final Findings findings;

    ChangeRule(PlanFacts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    /**
     * Published roles of the problem that have another member or start week, or nobody. A published start that has passed
     * counts as the current week.
     */
    public static int changes(PlanningProblem problem, List<Placement> placements) {
        return PlanFacts.of(problem, placements, new Findings()).changes();
    }

    void check() {
        Integer most = facts.problem.policy().maxChanges();
        int changes = facts.changes();
        if (most != null && changes > most) {
            String detail = "The plan changes " + changes + " published roles, " + most + " are allowed.";
            findings.violations.add(new Finding(Rule.MAX_CHANGES, null, null, null, 0, detail));
        }
    }

    static boolean changes(PublishedAssignment published, Placement placement) {
        return placement == null
                || !published.memberId().equals(placement.memberId())
                || Math.max(0, published.startWeek()) != placement.startWeek();
    }
}
