package org.fengong.allocation.solver.evaluation;

import org.fengong.allocation.solver.plan.Placement;
import org.fengong.allocation.solver.problem.PlanningMember;

/**
 * A member's week holds what is placed in it: standing + fixed + placed ≤ capacity · maxLoadPercent ÷ 100, in minutes,
 * wherever something is placed. Standing and fixed minutes beyond the capacity are inherited overload.
 */
final class CapacityRule {
    private final PlanFacts facts;
    private final Findings findings;

    CapacityRule(PlanFacts facts, Findings findings) {
        this.facts = facts;
        this.findings = findings;
    }

    void check() {
        int weeks = facts.problem.weeks();
        for (PlanningMember member : facts.members.values()) {
            int[] stands = new int[weeks];
            int[] placed = new int[weeks];
            for (Placement placement : facts.placementsOf(member)) {
                int[] minutes = facts.isFixed(placement) ? stands : placed;
                for (int week = 0; week < weeks; week++) {
                    minutes[week] += placement.minutesIn(week);
                }
            }
            for (int week = 0; week < weeks; week++) {
                week(member, week, stands[week] + member.standingMinutes().get(week), placed[week]);
            }
        }
    }

    private void week(PlanningMember member, int week, int stands, int placed) {
        int capacity = member.capacityMinutes().get(week);
        int limit = (int) ((long) capacity * facts.problem.policy().maxLoadPercent() / 100);
        if (stands > capacity) {
            String detail = "Standing work of " + stands + " minutes exceeds the capacity of " + capacity + " minutes.";
            findings.overload(true, member.id(), week, stands - capacity, detail);
        }
        if (placed > 0 && stands + placed > limit) {
            String detail = "Standing work of " + stands + " and planned work of " + placed
                    + " minutes exceed the limit of " + limit + " minutes.";
            findings.overload(false, member.id(), week, stands + placed - limit, detail);
        }
    }
}
