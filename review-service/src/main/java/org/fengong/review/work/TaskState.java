package org.fengong.review.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A task as tasks-service tells it, whatever happened to it. */
record TaskState(
        UUID taskId,
        long version,
        UUID teamId,
        UUID goalId,
        String title,
        Double contributionWeight,
        LocalDate dueDate,
        String status,
        String previousStatus,
        List<Role> roles,
        List<Dependency> dependsOn,
        Instant createdAt,
        Instant startedAt,
        Instant completedAt) {
    static final List<String> TYPES = List.of(
            "fengong.tasks.task-created.v1",
            "fengong.tasks.task-changed.v1",
            "fengong.tasks.task-status-changed.v1",
            "fengong.tasks.task-completed.v1",
            "fengong.tasks.task-cancelled.v1");

    record Role(
            UUID roleId,
            int effortMinutes,
            UUID departmentId,
            boolean completed,
            Instant completedAt,
            List<Skill> skills) {}

    /** Level and whether it is mandatory are null in what was told before they were read. */
    record Skill(UUID skillId, Integer minLevel, Boolean mandatory) {}

    record Dependency(UUID taskId) {}
}
