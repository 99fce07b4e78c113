package org.fengong.tasks.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * All of a task.
 *
 * @param acceptedAt when its owner accepted the completed task, absent until then
 * @param reworkCount how often it was returned in all
 * @param returnedAt when it was last returned, absent once it is completed again
 * @param blockedSince absent when nothing blocks it
 * @param cancelReason why it was cancelled, absent when it is not
 */
record TaskResponse(
        UUID id,
        UUID teamId,
        String key,
        @Schema(nullable = true) UUID ownerId,
        @Schema(nullable = true) UUID goalId,
        @Schema(nullable = true) UUID keyResultId,
        String title,

        @Schema(nullable = true, description = "Markdown (CommonMark); whoever shows it takes HTML out of it.")
        String description,

        BigDecimal contributionWeight,
        int importance,
        Priority priority,
        @Schema(nullable = true) LocalDate earliestStart,
        LocalDate dueDate,
        TaskStatus status,
        boolean together,
        boolean allowSameMember,
        List<Role> roles,
        List<Dependency> dependsOn,
        List<String> labels,
        @Schema(nullable = true) String campaign,
        List<Link> links,
        List<ChecklistItem> checklist,
        Instant createdAt,
        @Schema(nullable = true) Instant startedAt,
        @Schema(nullable = true) Instant completedAt,
        @Schema(nullable = true) Instant acceptedAt,
        int reworkCount,
        @Schema(nullable = true) Instant returnedAt,
        @Schema(nullable = true) String returnReason,
        @Schema(nullable = true) Instant blockedSince,
        @Schema(nullable = true) String blockedReason,
        @Schema(nullable = true) String cancelReason,
        long version)
        implements Versioned {
    static TaskResponse of(Task task, LocalDate today) {
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
                task.priority(today),
                task.earliestStart(),
                task.dueDate(),
                task.status(),
                task.together(),
                task.allowSameMember(),
                task.roles(),
                task.dependsOn(),
                task.notes().labels(),
                task.notes().campaign(),
                task.notes().links(),
                task.notes().checklist(),
                task.createdAt(),
                task.startedAt(),
                task.completedAt(),
                task.acceptedAt(),
                task.reworkCount(),
                task.returnedAt(),
                task.returnReason(),
                task.blockedSince(),
                task.blockedReason(),
                task.cancelReason(),
                task.version());
    }
}
