package org.fengong.allocation.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A task as tasks-service tells it. */
public record TaskState(
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
        String status,
        boolean together,
        boolean allowSameMember,
        List<Role> roles,
        List<Dependency> dependsOn,
        Instant completedAt,
        String actor,
        String reason) {
    public record Role(
            UUID roleId,
            String name,
            int effortMinutes,
            Integer estimateToCompleteMinutes,
            int loggedMinutes,
            UUID departmentId,
            Integer spanWeeks,
            boolean completed,
            Instant completedAt,
            List<Skill> skills) {
        public Role {
            skills = skills == null ? List.of() : skills;
        }

        /** What is left: the estimate when there is one, else effort − logged; at least 0. */
        public int remainingMinutes() {
            return estimateToCompleteMinutes != null
                    ? estimateToCompleteMinutes
                    : Math.max(0, effortMinutes - loggedMinutes);
        }

        /** As if so much of it were left. */
        public Role remaining(int minutes) {
            return with(loggedMinutes, minutes);
        }

        Role with(int logged, Integer estimate) {
            return new Role(
                    roleId,
                    name,
                    effortMinutes,
                    estimate,
                    logged,
                    departmentId,
                    spanWeeks,
                    completed,
                    completedAt,
                    skills);
        }
    }

    public record Skill(UUID skillId, int minLevel, boolean mandatory, Integer weight) {}

    public record Dependency(UUID taskId, int lagWeeks) {}

    public TaskState {
        roles = roles == null ? List.of() : roles;
        dependsOn = dependsOn == null ? List.of() : dependsOn;
    }

    /** True when the task asks for people's time. */
    public boolean asksForTime() {
        return "OPEN".equals(status) || "ASSIGNED".equals(status) || "IN_PROGRESS".equals(status);
    }

    public boolean cancelled() {
        return "CANCELLED".equals(status);
    }

    public boolean completed() {
        return "COMPLETED".equals(status);
    }

    public TaskState withRoles(List<Role> changed) {
        return new TaskState(
                taskId,
                key,
                version,
                teamId,
                ownerId,
                goalId,
                keyResultId,
                title,
                contributionWeight,
                importance,
                earliestStart,
                dueDate,
                status,
                together,
                allowSameMember,
                changed,
                dependsOn,
                completedAt,
                actor,
                reason);
    }
}
