package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Rule;
import org.fengong.allocation.solver.plan.SkillMatch;
import org.threeten.extra.YearWeek;

/** Who gets what by a plan, and why; and what nobody gets, and why not. */
record PlanAssignmentsResponse(UUID planId, List<Assigned> assigned, List<Unassigned> unassigned) {
    /**
     * @param fit how much of the wanted proficiency the member has, 0–1
     * @param fixed running or pinned: it stays where it is
     * @param reason why this member, in words
     * @param costs what this assignment adds to the plan's value
     * @param alternatives everybody else who could have the role, the cheapest first
     */
    record Assigned(
            UUID taskId,
            String taskTitle,
            UUID roleId,
            String roleName,
            UUID memberId,
            String memberName,
            YearWeek startWeek,
            List<WeekMinutes> weeks,
            double fit,
            boolean fixed,
            String reason,
            List<SkillHeld> skills,
            CostBreakdown costs,
            List<Alternative> alternatives) {}

    /** @param level 0 when not held */
    record SkillHeld(UUID skillId, String name, int level, int minLevel, boolean mandatory) {
        static SkillHeld of(SkillMatch match, String name) {
            return new SkillHeld(
                    UUID.fromString(match.skillId()), name, match.level(), match.minLevel(), match.mandatory());
        }
    }

    /**
     * @param costDifference exactly what the plan would cost more (or less) with this member; absent when a rule forbids it
     * @param detail the broken rule in words
     */
    record Alternative(
            UUID memberId,
            String memberName,
            @Schema(nullable = true) YearWeek startWeek,
            @Schema(nullable = true) Long costDifference,
            @Schema(nullable = true) Rule brokenRule,
            @Schema(nullable = true) String detail) {}

    /** @param reason the kind of reason; {@code detail} says it in words */
    record Unassigned(
            UUID taskId,
            String taskTitle,
            UUID roleId,
            String roleName,
            String reason,
            String detail,
            @Schema(nullable = true) YearWeek untilWeek,
            @Schema(nullable = true) UUID relatedTaskId,
            List<Nearest> nearest,
            @Schema(nullable = true) TooFull tooFull,
            CostBreakdown costs) {}

    /**
     * Roles, members and weeks that are too full, and of which nothing can be left out: even if work could be cut into
     * minutes and spread at will, these roles need more than these members have free in these weeks; without any one of
     * the roles, or with boundless time in any one of a member's weeks, they would fit.
     *
     * @param neededMinutes of all the roles
     * @param freeMinutes of all these weeks, before the roles take any
     */
    record TooFull(List<FullRole> roles, List<FullMember> members, long neededMinutes, long freeMinutes) {}

    record FullRole(UUID taskId, String taskTitle, UUID roleId, String roleName) {}

    record FullMember(UUID memberId, String memberName, List<YearWeek> weeks) {}

    record Nearest(UUID memberId, String memberName, List<SkillHeld> missing) {}
}
