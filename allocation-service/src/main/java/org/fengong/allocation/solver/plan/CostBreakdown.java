package org.fengong.allocation.solver.plan;

/**
 * What a plan or a part of it costs, by reason, in the unit of the policy's weights × minutes. The parts of a plan add
 * up to the plan: its value is the sum over its assignments and its unassigned roles.
 *
 * @param fit minutes done by members below the wanted proficiency
 * @param interest minutes of work the member would not choose
 * @param lateness minutes that end after the due week
 * @param fairness minutes that load members unevenly; an assignment carries its share, by minutes, of what the plan adds
 *     to its member's
 * @param change minutes that move against the published plan
 * @param goal minutes of work for a goal that its delivery waits for
 * @param department minutes outside the wished department
 * @param unassigned minutes nobody does
 */
public record CostBreakdown(
        long fit,
        long interest,
        long lateness,
        long fairness,
        long change,
        long goal,
        long department,
        long unassigned) {

    public static final CostBreakdown NONE = new CostBreakdown(0, 0, 0, 0, 0, 0, 0, 0);

    public long total() {
        return fit + interest + lateness + fairness + change + goal + department + unassigned;
    }

    public CostBreakdown plus(CostBreakdown other) {
        return new CostBreakdown(
                fit + other.fit,
                interest + other.interest,
                lateness + other.lateness,
                fairness + other.fairness,
                change + other.change,
                goal + other.goal,
                department + other.department,
                unassigned + other.unassigned);
    }

    public CostBreakdown withFairness(long share) {
        return new CostBreakdown(fit, interest, lateness, share, change, goal, department, unassigned);
    }
}
