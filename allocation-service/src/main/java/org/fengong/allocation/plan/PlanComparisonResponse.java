package org.fengong.allocation.plan;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * What one plan does otherwise than another. Differences are this plan's − the other's.
 *
 * @param sameQuestion both were made from the same input, policy and horizon
 * @param samePolicy false: costs are counted in different weights and say little against each other
 * @param costs each part of the value, and the value itself as {@code total}
 * @param members whose minutes differ most come first
 * @param roles those that are not as they are in the other plan
 * @param truncated there are more members or roles than are listed
 */
record PlanComparisonResponse(
        Side plan,
        Side with,
        boolean sameQuestion,
        boolean samePolicy,
        List<Cost> costs,
        Counts counts,
        List<Member> members,
        List<Role> roles,
        boolean truncated) {
    @Schema(name = "ComparedPlan")
    record Side(
            UUID id,
            PlanStatus status,
            PlanKind kind,
            YearWeek fromWeek,
            int weeks,
            @Schema(nullable = true) String policyKey,
            @Schema(nullable = true) Long policyVersion,
            long value,
            long bound,
            int assignedRoles,
            int unassignedRoles) {
        static Side of(Plan plan) {
            var source = plan.policy().source();
            return new Side(
                    plan.id(),
                    plan.status(),
                    plan.kind(),
                    plan.fromWeek(),
                    plan.weeks(),
                    source == null ? null : source.key(),
                    source == null ? null : source.version(),
                    plan.value(),
                    plan.bound(),
                    plan.assignedRoles(),
                    plan.unassignedRoles());
        }
    }

    @Schema(name = "ComparedCost")
    record Cost(String component, long value, long withValue, long difference) {}

    /** Roles by what became of them. */
    @Schema(name = "ComparedCounts")
    record Counts(
            int unchanged, int otherMember, int otherWeeks, int assigned, int unassigned, int added, int removed) {}

    /**
     * @param minutes of the plan's roles in its weeks
     * @param loadRatio minutes and what stands for other teams, ÷ capacity; absent without capacity
     */
    @Schema(name = "ComparedMember")
    record Member(
            UUID memberId,
            String memberName,
            int minutes,
            int withMinutes,
            int differenceMinutes,
            @Schema(nullable = true) Double loadRatio,
            @Schema(nullable = true) Double withLoadRatio) {}

    enum Change {
        OTHER_MEMBER,
        OTHER_WEEKS,
        /** Somebody gets it whom the other plan had nobody for. */
        ASSIGNED,
        UNASSIGNED,
        /** The other plan did not know the role. */
        ADDED,
        /** This plan does not know the role. */
        REMOVED
    }

    /**
     * @param before as the other plan has it; absent when nobody gets it there
     * @param after as this plan has it; absent when nobody gets it
     * @param costDifference of what the role itself costs
     */
    @Schema(name = "ComparedRole")
    record Role(
            UUID taskId,
            String taskTitle,
            UUID roleId,
            String roleName,
            Change change,
            @Schema(nullable = true) Placed before,
            @Schema(nullable = true) Placed after,
            long costDifference) {}

    @Schema(name = "ComparedPlacement")
    record Placed(UUID memberId, String memberName, YearWeek startWeek, YearWeek endWeek, int minutes) {}
}
