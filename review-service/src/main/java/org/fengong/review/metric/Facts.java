package org.fengong.review.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * What is known of a team and a period; all that a review's metrics are computed from.
 *
 * @param today the team's day; what is due today or later is not overdue
 * @param memberWeeks one for each week of the period in which a member belongs to the team
 * @param pastWeeks the same for the weeks over which fairness is measured
 * @param tasks of the team, and of other teams as far as they serve its goals; neither drafts nor cancelled ones
 * @param dependencies of these tasks on completed ones
 * @param work logged on these tasks and on those they depend on at any time, and on the goals in the period
 * @param assignments to roles of these tasks, standing and released ones
 * @param released assignments of the team's members, of whichever team, that ended without being completed
 * @param offers that were made in the period
 * @param requests of the team to other departments that nobody has answered yet
 * @param goals of the team that overlap the period
 * @param skillGaps the last ones of each skill and level that meet the period
 * @param lenders other departments whose members hold a skill at a level that is lacking, as they are today
 * @param departments of members, as they are today
 * @param skills levels of the team's members by skill, as they are today
 * @param pulses of the period
 */
public record Facts(
        UUID teamId,
        Period period,
        LocalDate today,
        List<MemberWeek> memberWeeks,
        List<MemberWeek> pastWeeks,
        List<Task> tasks,
        List<Dependency> dependencies,
        List<Work> work,
        List<Assignment> assignments,
        List<Released> released,
        List<Offer> offers,
        List<Request> requests,
        List<Goal> goals,
        List<SkillGap> skillGaps,
        List<Lender> lenders,
        Map<UUID, UUID> departments,
        Map<UUID, Map<UUID, Integer>> skills,
        List<Pulse> pulses) {

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

    /**
     * @param departmentId the department that must do it; null when any may
     * @param completedAt null while it is open
     * @param minLevels by mandatory skill; null where they are not known
     */
    public record Role(
            UUID roleId,
            int effortMinutes,
            UUID departmentId,
            Instant completedAt,
            List<UUID> skillIds,
            Map<UUID, Integer> minLevels) {}

    /** Work that a member logged; the goal is that of its task. */
    public record Work(UUID taskId, UUID roleId, UUID memberId, UUID goalId, LocalDate day, int minutes) {}

    /** A task that waited for another one, which was completed. */
    public record Dependency(UUID taskId, UUID predecessorId, Instant predecessorCompletedAt) {}

    /**
     * @param standing false once it was released or completed
     * @param since when it was given; null where it is not known
     * @param until when it was seen to have ended; null while it stands and where it is not known
     */
    public record Assignment(
            UUID assignmentId,
            UUID taskId,
            UUID roleId,
            UUID memberId,
            double fit,
            boolean standing,
            List<WeekMinutes> weeks,
            Instant since,
            Instant until) {
        /** True when it ended before its role was completed. */
        public boolean isReleased(Instant roleCompletedAt) {
            return until != null && (roleCompletedAt == null || until.isBefore(roleCompletedAt));
        }
    }

    /**
     * An assignment that was taken away or given back.
     *
     * @param on the team's day
     * @param weeks the minutes that were planned then
     * @param logged what its member worked on it nevertheless
     */
    public record Released(
            UUID assignmentId, UUID memberId, LocalDate on, List<WeekMinutes> weeks, List<WeekMinutes> logged) {}

    /** What a member said to an offer. */
    public enum Answer {
        PENDING,
        ACCEPTED,
        DECLINED,
        EXPIRED,
        /** It was withdrawn before there was an answer. */
        RESCINDED
    }

    /** @param reason of a member who declined */
    public record Offer(UUID offerId, UUID taskId, UUID memberId, Instant offeredAt, Answer answer, String reason) {}

    /** What a task asks of another department. */
    public record Request(UUID requestId, UUID taskId, UUID departmentId, Instant openedAt) {}

    /** Time of those who hold a skill at a level was lacking. */
    public record SkillGap(UUID skillId, int minLevel, YearWeek fromWeek, int weeks, int holders) {}

    /** How many members of another department, none of the team's, hold a skill at a level. */
    public record Lender(UUID skillId, int minLevel, UUID departmentId, int members) {}

    public record WeekMinutes(YearWeek week, int minutes) {}

    /** What a member said of a week, in points from 1 to 5. */
    public record Pulse(UUID memberId, YearWeek week, int load, int fit, int clarity) {}

    public record Goal(UUID goalId, LocalDate from, LocalDate to, List<KeyResult> keyResults) {
        /** Mean over its key results of how far each has come, from 0 to 1; null without any. */
        public Double progress() {
            var mean = keyResults.stream()
                    .mapToDouble(k ->
                            k.isReached() ? 1 : Math.max(0, (k.current() - k.baseline()) / (k.target() - k.baseline())))
                    .average();
            return mean.isPresent() ? (Double) mean.getAsDouble() : null;
        }
    }

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
