package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.solver.plan.Rule;
import org.threeten.extra.YearWeek;

/**
 * What would have to change for a member to get a role of the plan, all else as planned.
 *
 * @param startWeek in which it asks for the least time, then costs least; absent when the role cannot move
 * @param levels mandatory skills in which the member would need the minimum level
 * @param departmentId to which the member would have to belong; absent when that is no trouble
 * @param time weeks in which the member would need more free time
 * @param costDifference exactly what the plan would cost more (or less) in a world in which just that has changed; absent
 *     when rules are in the way all the same
 * @param brokenRules what would be in the way all the same
 * @param detail in words
 */
record CounterfactualResponse(
        UUID planId,
        UUID roleId,
        UUID memberId,
        String memberName,
        @Schema(nullable = true) YearWeek startWeek,
        List<PlanAssignmentsResponse.SkillHeld> levels,
        @Schema(nullable = true) UUID departmentId,
        List<Time> time,
        @Schema(nullable = true) Long costDifference,
        List<Rule> brokenRules,
        String detail) {
    /**
     * @param neededMinutes of the role in that week
     * @param freeMinutes of the member in that week
     * @param missingMinutes the difference
     */
    @Schema(name = "CounterfactualTime")
    record Time(YearWeek week, int neededMinutes, int freeMinutes, int missingMinutes) {}
}
