package org.fengong.allocation.solver.problem;

import java.util.List;

/**
 * A role that stays with its member: pinned by the lead, or running. It may break rules and exceed capacity; what it
 * breaks is reported as inherited, and no rule of a fixed role binds anyone but the roles the engine places.
 *
 * @param startWeek 0 for work that began earlier
 * @param running true: begun, so its task's dependencies and {@code together} no longer wait for it
 * @param weeklyMinutes the minutes that stand, from the start week on, also beyond the horizon; empty = split by the
 *     rules
 */
public record FixedAssignment(
        String roleId, String memberId, int startWeek, boolean running, List<Integer> weeklyMinutes) {

    public FixedAssignment {
        Check.id(roleId, "fixed role");
        Check.id(memberId, "member of fixed role " + roleId);
        Check.range(startWeek, 0, Check.MAX_WEEK, "startWeek of fixed role " + roleId);
        weeklyMinutes = Check.minutes(weeklyMinutes, "weeklyMinutes of fixed role " + roleId);
    }

    public static FixedAssignment pinned(String roleId, String memberId, int startWeek) {
        return new FixedAssignment(roleId, memberId, startWeek, false, List.of());
    }

    public static FixedAssignment running(String roleId, String memberId) {
        return new FixedAssignment(roleId, memberId, 0, true, List.of());
    }
}
