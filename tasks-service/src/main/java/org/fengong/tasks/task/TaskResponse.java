package org.fengong.tasks.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/** All of a task. */
record TaskResponse(
        UUID id,
        UUID teamId,
        String key,
        @Schema(nullable = true) UUID ownerId,
        @Schema(nullable = true) UUID goalId,
        @Schema(nullable = true) UUID keyResultId,
        String title,
        @Schema(nullable = true) String description,
        BigDecimal contributionWeight,
        int importance,
        @Schema(nullable = true) LocalDate earliestStart,
        LocalDate dueDate,
        TaskStatus status,
        boolean together,
        boolean allowSameMember,
        List<Role> roles,
        List<Dependency> dependsOn,
        Instant createdAt,
        @Schema(nullable = true) Instant startedAt,
        @Schema(nullable = true) Instant completedAt,
        long version)
        implements Versioned {
    static TaskResponse of(Task task) {
        return new TaskResponse(
                task.id(),
                task.teamId(),
                task.key(),
                task.ownerId(),
                task.goalId(),
                task.keyResultId(),
                task.title(),
                task.description(),
                task.contributionWeight(),
                task.importance(),
                task.earliestStart(),
                task.dueDate(),
                task.status(),
                task.together(),
                task.allowSameMember(),
                task.roles(),
                task.dependsOn(),
                task.createdAt(),
                task.startedAt(),
                task.completedAt(),
                task.version());
    }
}
