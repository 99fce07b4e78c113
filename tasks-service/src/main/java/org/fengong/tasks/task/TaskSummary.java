package org.fengong.tasks.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A task in a list.
 *
 * @param remainingMinutes of all roles together
 */
record TaskSummary(
        UUID id,
        UUID teamId,
        String key,
        String title,
        TaskStatus status,
        int importance,
        Priority priority,
        LocalDate dueDate,
        @Schema(nullable = true) UUID ownerId,
        @Schema(nullable = true) UUID goalId,
        int remainingMinutes,
        List<String> labels,
        @Schema(nullable = true) String campaign,
        @Schema(nullable = true) Instant blockedSince,
        @Schema(nullable = true) Instant returnedAt,
        @Schema(nullable = true) Instant acceptedAt,
        long version) {
    static TaskSummary of(Task task, LocalDate today) {
        return new TaskSummary(
                task.id(),
                task.teamId(),
                task.key(),
                task.title(),
                task.status(),
                task.importance(),
                task.priority(today),
                task.dueDate(),
                task.ownerId(),
                task.goalId(),
                task.roles().stream().mapToInt(Role::remainingMinutes).sum(),
                task.notes().labels(),
                task.notes().campaign(),
                task.blockedSince(),
                task.returnedAt(),
                task.acceptedAt(),
                task.version());
    }
}
