package org.fengong.tasks.task;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One person's share of a task.
 *
 * @param estimateToCompleteMinutes what is left by somebody's estimate, absent until somebody gives one
 * @param departmentId the department that the person must belong to, absent when any may do
 * @param spanWeeks weeks over which the work is spread, absent when as few as possible
 * @param assigneeId member with the active assignment, absent when there is none
 */
public record Role(
        UUID roleId,
        String name,
        int effortMinutes,
        @Schema(nullable = true) Integer estimateToCompleteMinutes,
        int loggedMinutes,
        @Schema(nullable = true) UUID departmentId,
        @Schema(nullable = true) Integer spanWeeks,
        boolean completed,
        @Schema(nullable = true) Instant completedAt,
        @Schema(nullable = true) UUID assigneeId,
        List<SkillRequirement> skills) {
    /** What is left: the estimate when there is one, else effort − logged, never below 0; 0 when completed. */
    public int remainingMinutes() {
        if (completed) {
            return 0;
        }
        return estimateToCompleteMinutes != null
                ? estimateToCompleteMinutes
                : Math.max(0, effortMinutes - loggedMinutes);
    }

    Role assignedTo(UUID memberId) {
        return with(estimateToCompleteMinutes, loggedMinutes, completed, completedAt, memberId);
    }

    /** An estimate to complete goes down with the work, until the next estimate. */
    Role logged(int minutes) {
        var left =
                estimateToCompleteMinutes == null ? null : (Integer) Math.max(0, estimateToCompleteMinutes - minutes);
        return with(left, loggedMinutes + minutes, completed, completedAt, assigneeId);
    }

    Role estimated(int minutesToComplete) {
        return with(minutesToComplete, loggedMinutes, completed, completedAt, assigneeId);
    }

    Role completed(Instant when) {
        return completed ? this : with(0, loggedMinutes, true, when, assigneeId);
    }

    /** To be done again by who did it. */
    Role reworked(Integer minutesToComplete) {
        return with(minutesToComplete, loggedMinutes, false, null, assigneeId);
    }

    Role reopened() {
        return with(null, loggedMinutes, false, null, null);
    }

    private Role with(Integer estimate, int logged, boolean isCompleted, Instant when, UUID assignee) {
        return new Role(
                roleId,
                name,
                effortMinutes,
                estimate,
                logged,
                departmentId,
                spanWeeks,
                isCompleted,
                when,
                assignee,
                skills);
    }
}
