package org.fengong.allocation.solver;

import org.fengong.allocation.solver.plan.EffortSplit;
import org.fengong.allocation.solver.problem.PlanningRole;

/** The weeks a role takes from a start week on, in one member's free minutes. */
record RoleWeeks(int endWeek, int[] minutes) {
    /** @return null when the role does not fit from that week on */
    static RoleWeeks of(PlanningRole role, int startWeek, int[] room) {
        int[] minutes = EffortSplit.whereFree(role.effortMinutes(), role.spanWeeks(), startWeek, room);
        if (minutes.length == 0) {
            return null;
        }
        int last = minutes.length - 1;
        while (minutes[last] == 0) {
            last--;
        }
        return new RoleWeeks(startWeek + last, minutes);
    }
}
