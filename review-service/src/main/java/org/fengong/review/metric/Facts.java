package org.fengong.review.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * What is known of a team and a period; all that a review's metrics are computed from.
 *
 * @param today the team's day; what is due today or later is not overdue
 * @param memberWeeks one for each week of the period in which a member belongs to the team
 * @param tasks of the team, and of other teams as far as they serve its goals; neither drafts nor cancelled ones
 * @param work logged on these tasks at any time, and on the goals in the period
 * @param assignments to roles of these tasks, standing and released ones
 * @param goals of the team that overlap the period
 */
public record Facts(
        UUID teamId,
        Period period,
        LocalDate today,
        List<MemberWeek> memberWeeks,
        List<Task> tasks,
        List<Work> work,
        List<Assignment> assignments,
        List<Goal> goals) {

    /**
     * A member's week over all teams.
     *
     * @param taskIds tasks that were named when the week became overloaded
     */
    public record MemberWeek(UUID memberId, YearWeek week, int loadMinutes, int capacityMinutes, List<UUID> taskIds) {}

    /** @param reopened whether it was completed before and taken up again */
    public record Task(
            UUID taskId,
            UUID teamId,
            UUID goalId,
            double contributionWeight,
            LocalDate dueDate,
            Instant createdAt,
            Instant startedAt,
            Instant completedAt,
            boolean reopened,
            List<Role> roles) {}

    /** @param completedAt null while it is open */
    public record Role(UUID roleId, int effortMinutes, Instant completedAt, List<UUID> skillIds) {}

    /** Work that a member logged; the goal is that of its task. */
    public record Work(UUID taskId, UUID roleId, UUID memberId, UUID goalId, LocalDate day, int minutes) {}

    /** @param standing false once it was released or completed */
    public record Assignment(
            UUID assignmentId,
            UUID taskId,
            UUID roleId,
            UUID memberId,
            double fit,
            boolean standing,
            List<WeekMinutes> weeks) {}

    public record WeekMinutes(YearWeek week, int minutes) {}

    public record Goal(UUID goalId, LocalDate from, LocalDate to, List<KeyResult> keyResults) {}

    /** @param measurements of the period, oldest first */
    public record KeyResult(
            UUID keyResultId, double baseline, double target, double current, List<Measurement> measurements) {
        public boolean isReached() {
            return target >= baseline ? current >= target : current <= target;
        }

        /** True when the last measurement of the period is nearer to the target than what was known before it. */
        public boolean isNearer() {
            return !measurements.isEmpty()
                    && Math.abs(target
                                    - measurements.get(measurements.size() - 1).current())
                            < Math.abs(target - measurements.get(0).previous());
        }
    }

    public record Measurement(LocalDate measuredOn, double previous, double current) {}

    /** Tasks of the team itself. */
    List<Task> ownTasks() {
        return tasks.stream().filter(task -> task.teamId().equals(teamId)).toList();
    }
}
