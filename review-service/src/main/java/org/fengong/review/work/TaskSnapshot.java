package org.fengong.review.work;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.review.metric.Facts;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class TaskSnapshot {
    @Id
    private UUID id;

    private UUID teamId;
    private UUID goalId;
    private String title;
    private double contributionWeight;
    private LocalDate dueDate;
    private String status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TaskState.Role> roles;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TaskState.Dependency> dependsOn;

    private Instant createdAt;
    private Instant startedAt;
    private Instant completedAt;
    private long version;

    protected TaskSnapshot() {}

    TaskSnapshot(UUID id) {
        this.id = id;
    }

    void take(TaskState task) {
        if (task.version() <= version) {
            return;
        }
        teamId = task.teamId();
        goalId = task.goalId();
        title = task.title();
        contributionWeight = task.contributionWeight() == null ? 1 : task.contributionWeight();
        dueDate = task.dueDate();
        status = task.status();
        roles = List.copyOf(task.roles());
        dependsOn = task.dependsOn() == null ? List.of() : List.copyOf(task.dependsOn());
        createdAt = task.createdAt();
        startedAt = task.startedAt();
        completedAt = task.completedAt();
        version = task.version();
    }

    UUID id() {
        return id;
    }

    String title() {
        return title;
    }

    List<UUID> dependsOn() {
        return dependsOn.stream().map(TaskState.Dependency::taskId).toList();
    }

    Instant completedAt() {
        return completedAt;
    }

    /** Completion times of its completed roles. */
    Map<UUID, Instant> completedRoles() {
        return roles.stream()
                .filter(role -> role.completed() && role.completedAt() != null)
                .collect(Collectors.toMap(TaskState.Role::roleId, TaskState.Role::completedAt));
    }

    Facts.Task fact(boolean reopened) {
        return new Facts.Task(
                id,
                teamId,
                goalId,
                contributionWeight,
                dueDate,
                createdAt,
                startedAt,
                completedAt,
                reopened,
                roles.stream().map(TaskSnapshot::fact).toList());
    }

    private static Facts.Role fact(TaskState.Role role) {
        return new Facts.Role(
                role.roleId(),
                role.effortMinutes(),
                role.departmentId(),
                role.completed() ? role.completedAt() : null,
                role.skills() == null
                        ? List.of()
                        : role.skills().stream().map(TaskState.Skill::skillId).toList(),
                minLevels(role.skills() == null ? List.of() : role.skills()));
    }

    private static Map<UUID, Integer> minLevels(List<TaskState.Skill> skills) {
        return skills.stream().anyMatch(skill -> skill.minLevel() == null || skill.mandatory() == null)
                ? null
                : skills.stream()
                        .filter(TaskState.Skill::mandatory)
                        .collect(Collectors.toMap(TaskState.Skill::skillId, TaskState.Skill::minLevel));
    }
}
