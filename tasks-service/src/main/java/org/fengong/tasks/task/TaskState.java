package org.fengong.tasks.task;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A task as it is now: the data of every event of a task. */
record TaskState(
        UUID taskId,
        String key,
        long version,
        UUID teamId,
        UUID ownerId,
        UUID goalId,
        UUID keyResultId,
        String title,
        BigDecimal contributionWeight,
        int importance,
        LocalDate earliestStart,
        LocalDate dueDate,
        TaskStatus status,
        boolean together,
        boolean allowSameMember,
        List<RoleState> roles,
        List<Dependency> dependsOn,
        Instant createdAt,
        Instant startedAt,
        Instant completedAt,
        Instant acceptedAt,
        int reworkCount,
        Instant returnedAt,
        Instant blockedSince,
        String blockedReason,
        TaskStatus previousStatus,
        String actor,
        String reason) {
    static final String CREATED = "fengong.tasks.task-created.v1";
    static final String CHANGED = "fengong.tasks.task-changed.v1";
    static final String STATUS_CHANGED = "fengong.tasks.task-status-changed.v1";
    static final String COMPLETED = "fengong.tasks.task-completed.v1";
    static final String ACCEPTED = "fengong.tasks.task-accepted.v1";
    static final String CANCELLED = "fengong.tasks.task-cancelled.v1";

    /** Who is assigned is allocation-service's to tell. */
    record RoleState(
            UUID roleId,
            String name,
            int effortMinutes,
            Integer estimateToCompleteMinutes,
            int loggedMinutes,
            UUID departmentId,
            Integer spanWeeks,
            boolean completed,
            Instant completedAt,
            List<SkillRequirement> skills) {
        static RoleState of(Role role) {
            return new RoleState(
                    role.roleId(),
                    role.name(),
                    role.effortMinutes(),
                    role.estimateToCompleteMinutes(),
                    role.loggedMinutes(),
                    role.departmentId(),
                    role.spanWeeks(),
                    role.completed(),
                    role.completedAt(),
                    role.skills());
        }
    }

    static TaskState of(Task task, TaskStatus previousStatus, String actor, String reason) {
        return new TaskState(
                task.id(),
                task.key(),
                task.version(),
                task.teamId(),
                task.ownerId(),
                task.goalId(),
                task.keyResultId(),
                task.title(),
                task.contributionWeight(),
                task.importance(),
                task.earliestStart(),
                task.dueDate(),
                task.status(),
                task.together(),
                task.allowSameMember(),
                task.roles().stream().map(RoleState::of).toList(),
                task.dependsOn(),
                task.createdAt(),
                task.startedAt(),
                task.completedAt(),
                task.acceptedAt(),
                task.reworkCount(),
                task.returnedAt(),
                task.blockedSince(),
                task.blockedReason(),
                previousStatus,
                actor,
                reason);
    }
}
