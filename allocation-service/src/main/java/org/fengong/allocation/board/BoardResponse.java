package org.fengong.allocation.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.assignment.AssignmentStatus;
import org.fengong.allocation.offer.OfferStatus;
import org.threeten.extra.YearWeek;

/**
 * What a team does this week and next.
 *
 * @param weeks the current week where the team is, and the next
 * @param plan in force; absent before the first one
 * @param members who belong to the team or have a role of it in these weeks, in the order of their names
 * @param unassigned roles of the team's tasks that nobody has
 */
record BoardResponse(
        UUID teamId,
        String teamName,
        String timeZone,
        List<YearWeek> weeks,
        @Schema(nullable = true) BoardPlan plan,
        List<BoardMember> members,
        List<UnassignedRole> unassigned) {
    /**
     * @param value what it costs by its policy; less is better
     * @param bound no plan can cost less
     * @param gap (value − bound) ÷ value: at most this share could be saved
     */
    record BoardPlan(UUID id, long value, long bound, double gap, Instant publishedAt) {}

    /** @param displayName absent until the member is known here */
    record BoardMember(
            UUID memberId, @Schema(nullable = true) String displayName, List<BoardWeek> weeks) {}

    /**
     * @param loadMinutes over all teams
     * @param loadRatio load ÷ capacity; absent when there is no capacity
     * @param elsewhereMinutes the part of the load that is of other teams: loadMinutes − Σ minutes of the roles
     */
    record BoardWeek(
            YearWeek week,
            int capacityMinutes,
            int loadMinutes,
            @Schema(nullable = true) Double loadRatio,
            int elsewhereMinutes,
            List<BoardRole> roles) {}

    /**
     * @param minutes in this week
     * @param atRisk it cannot be done as it stands
     * @param offerStatus absent when the member was not asked
     * @param respondBy moment at which the offer expires; absent unless it waits for an answer
     */
    record BoardRole(
            UUID assignmentId,
            UUID taskId,
            String taskTitle,
            UUID roleId,
            String roleName,
            int minutes,
            AssignmentStatus status,
            boolean atRisk,
            @Schema(nullable = true) OfferStatus offerStatus,
            @Schema(nullable = true) Instant respondBy) {}

    /**
     * @param reason why the plan in force gives it to nobody, and {@code reasonText} the same in a sentence; absent when the
     *     plan says nothing of it: it is newer, or was given back since
     */
    record UnassignedRole(
            UUID taskId,
            String taskTitle,
            UUID roleId,
            String roleName,
            int effortMinutes,
            @Schema(nullable = true) String reason,
            @Schema(nullable = true) String reasonText) {}
}
