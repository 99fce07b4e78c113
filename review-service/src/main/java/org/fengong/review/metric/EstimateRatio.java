package org.fengong.review.metric;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much longer than estimated the completed roles took (S3). */
public record EstimateRatio(
        @Schema(nullable = true) Double value, String unit, String formula, List<CompletedRole> inputs) {
    /** @param counted false when nothing was logged on the role, so that what it took is not known */
    public record CompletedRole(UUID taskId, UUID roleId, int estimateMinutes, int actualMinutes, boolean counted) {}

    static EstimateRatio of(Facts facts) {
        var inputs = facts.ownTasks().stream()
                .flatMap(task -> task.roles().stream()
                        .filter(role -> facts.period().contains(role.completedAt()))
                        .map(role -> completed(task.taskId(), role, facts)))
                .toList();
        var estimate = inputs.stream()
                .filter(CompletedRole::counted)
                .mapToLong(CompletedRole::estimateMinutes)
                .sum();
        var actual = inputs.stream()
                .filter(CompletedRole::counted)
                .mapToLong(CompletedRole::actualMinutes)
                .sum();
        return new EstimateRatio(
                estimate == 0 ? null : (Double) ((double) actual / estimate),
                "ratio",
                "sum of actualMinutes / sum of estimateMinutes over the inputs that are counted; inputs = roles completed"
                        + " in the period, actualMinutes = all that was logged on the role; a role without logged work"
                        + " is not counted",
                inputs);
    }

    private static CompletedRole completed(UUID taskId, Facts.Role role, Facts facts) {
        var actual = facts.work().stream()
                .filter(work -> work.roleId().equals(role.roleId()))
                .mapToInt(Facts.Work::minutes)
                .sum();
        return new CompletedRole(taskId, role.roleId(), role.effortMinutes(), actual, actual > 0);
    }
}
