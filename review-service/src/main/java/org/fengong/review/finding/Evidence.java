package org.fengong.review.finding;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * One number that a finding rests on, and whose it is; what does not apply is null.
 *
 * @param figure name of the number, such as {@code loadRatio}
 * @param unit such as {@code minutes}
 */
public record Evidence(
        @Schema(nullable = true) UUID memberId,
        @Schema(nullable = true) UUID goalId,
        @Schema(nullable = true) UUID taskId,
        @Schema(nullable = true) UUID skillId,
        @Schema(nullable = true) UUID departmentId,
        @Schema(nullable = true) YearWeek week,
        String figure,
        double value,
        String unit) {
    static Evidence ofTeam(String figure, double value, String unit) {
        return new Evidence(null, null, null, null, null, null, figure, value, unit);
    }

    static Evidence ofMember(UUID memberId, String figure, double value, String unit) {
        return new Evidence(memberId, null, null, null, null, null, figure, value, unit);
    }

    static Evidence ofMemberWeek(UUID memberId, YearWeek week, String figure, double value, String unit) {
        return new Evidence(memberId, null, null, null, null, week, figure, value, unit);
    }

    static Evidence ofTask(UUID memberId, UUID taskId, String figure, double value, String unit) {
        return new Evidence(memberId, null, taskId, null, null, null, figure, value, unit);
    }

    static Evidence ofGoal(UUID memberId, UUID goalId, String figure, double value, String unit) {
        return new Evidence(memberId, goalId, null, null, null, null, figure, value, unit);
    }

    static Evidence ofSkill(UUID memberId, UUID skillId, String figure, double value, String unit) {
        return new Evidence(memberId, null, null, skillId, null, null, figure, value, unit);
    }

    static Evidence ofDepartment(UUID departmentId, UUID taskId, String figure, double value, String unit) {
        return new Evidence(null, null, taskId, null, departmentId, null, figure, value, unit);
    }
}
