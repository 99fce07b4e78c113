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
        return new Role(
                roleId,
                name,
                effortMinutes,
                estimateToCompleteMinutes,
                loggedMinutes,
                departmentId,
                spanWeeks,
                completed,
                completedAt,
                memberId,
                skills);
    }

    /** An estimate to complete goes down with the work, until the next estimate. */
    Role logged(int minutes) {
        return new Role(
                roleId,
                name,
                effortMinutes,
                estimateToCompleteMinutes == null ? null : Math.max(0, estimateToCompleteMinutes - minutes),
                loggedMinutes + minutes,
                departmentId,
                spanWeeks,
                completed,
                completedAt,
                assigneeId,
                skills);
    }

    Role estimated(int minutesToComplete) {
        return new Role(
                roleId,
                name,
                effortMinutes,
                minutesToComplete,
                loggedMinutes,
                departmentId,
                spanWeeks,
                completed,
                completedAt,
                assigneeId,
                skills);
    }

    Role completed(Instant when) {
        return completed
                ? this
                : new Role(
                        roleId,
                        name,
                        effortMinutes,
                        0,
                        loggedMinutes,
                        departmentId,
                        spanWeeks,
                        true,
                        when,
                        assigneeId,
                        skills);
    }

    /** To be done again by who did it. */
    Role reworked(Integer minutesToComplete) {
        return new Role(
                roleId,
                name,
                effortMinutes,
                minutesToComplete,
                loggedMinutes,
                departmentId,
                spanWeeks,
                false,
                null,
                assigneeId,
                skills);
    }

    Role reopened() {
        return new Role(
                roleId, name, effortMinutes, null, loggedMinutes, departmentId, spanWeeks, false, null, null, skills);
    }
}
