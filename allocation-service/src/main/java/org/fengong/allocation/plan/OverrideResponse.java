package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.solver.plan.CostBreakdown;
import org.fengong.allocation.solver.plan.Rule;
import org.threeten.extra.YearWeek;

/**
 * What a lead's decision means.
 *
 * @param previousMemberId who had the role; absent when nobody had
 * @param costDifference by how much the division of labour gets dearer (or, below 0, cheaper) by the plan's policy; the
 *     change itself counted in
 * @param costsBefore of all roles of the teams as they stand
 * @param costsAfter of the same with the decision
 * @param brokenRules what breaks by it, or breaks more than before
 * @param weeks how full it makes the member's weeks
 * @param assignment what stands now; absent of a dry run
 */
record OverrideResponse(
        UUID planId,
        UUID taskId,
        UUID roleId,
        UUID memberId,
        @Schema(nullable = true) UUID previousMemberId,
        long costDifference,
        CostBreakdown costsBefore,
        CostBreakdown costsAfter,
        List<BrokenRule> brokenRules,
        List<Week> weeks,
        @Schema(nullable = true) AssignmentResponse assignment) {
    /**
     * @param roleId absent when it is a member's week
     * @param detail in words
     */
    @Schema(name = "BrokenRule")
    record BrokenRule(
            Rule rule,
            @Schema(nullable = true) UUID roleId,
            @Schema(nullable = true) UUID memberId,
            @Schema(nullable = true) YearWeek week,
            int overByMinutes,
            String detail) {}

    /**
     * @param minutes of the role
     * @param loadMinutes all that the teams and others have of the member then, the role included; absent after the plan
     * @param capacityMinutes what the teams may use; absent after the plan
     */
    @Schema(name = "OverrideWeek")
    record Week(
            YearWeek week,
            int minutes,
            @Schema(nullable = true) Integer loadMinutes,
            @Schema(nullable = true) Integer capacityMinutes) {}
}
