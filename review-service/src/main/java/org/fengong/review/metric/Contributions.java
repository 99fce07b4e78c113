package org.fengong.review.metric;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What each member contributed to each goal in the period (P1, S2). */
public record Contributions(String unit, String byHoursFormula, String byOutcomeFormula, List<GoalContribution> goals) {

    /**
     * @param completedTasks inputs of the share by outcome
     * @param loggedMinutes denominator of the share by hours
     * @param progress mean over the goal's key results of (current − baseline) / (target − baseline), each from 0 to 1, a
     *     reached one 1; null without key results, and in reviews from before it was measured
     */
    public record GoalContribution(
            UUID goalId,
            int loggedMinutes,
            List<MemberShare> members,
            List<CompletedTask> completedTasks,
            @Schema(nullable = true) Double progress) {}

    /**
     * @param shareByHours null when nobody logged work on the goal in the period
     * @param shareByOutcome null when no task with work and weight was completed in the period
     */
    public record MemberShare(
            UUID memberId,
            int loggedMinutes,
            @Schema(nullable = true) Double shareByHours,
            @Schema(nullable = true) Double shareByOutcome) {}

    /** A task of the goal that was completed in the period and on which work was logged, whenever that was. */
    public record CompletedTask(UUID taskId, double contributionWeight, List<MemberMinutes> minutes) {
        double shareOf(UUID memberId) {
            var all = minutes.stream().mapToLong(MemberMinutes::minutes).sum();
            var own = minutes.stream()
                    .filter(m -> m.memberId().equals(memberId))
                    .mapToLong(MemberMinutes::minutes)
                    .sum();
            return (double) own / all;
        }
    }

    public record MemberMinutes(UUID memberId, int minutes) {}

    static Contributions of(Facts facts) {
        return new Contributions(
                "share",
                "loggedMinutes of the member / loggedMinutes of the goal; both logged in the period on tasks of the goal",
                "sum over completedTasks of contributionWeight * own part of the task's minutes / sum of contributionWeight;"
                        + " completedTasks = tasks of the goal completed in the period on which work was logged",
                facts.goals().stream().map(goal -> ofGoal(goal, facts)).toList());
    }

    private static GoalContribution ofGoal(Facts.Goal goal, Facts facts) {
        var goalId = goal.goalId();
        var inPeriod = minutesByMember(facts.work().stream()
                .filter(work -> goalId.equals(work.goalId()) && facts.period().contains(work.day()))
                .toList());
        var total = inPeriod.values().stream().mapToInt(Integer::intValue).sum();
        var completed = facts.tasks().stream()
                .filter(task -> goalId.equals(task.goalId()) && facts.period().contains(task.completedAt()))
                .map(task -> completedTask(task, facts))
                .filter(task -> !task.minutes().isEmpty())
                .toList();
        var weight = completed.stream()
                .mapToDouble(CompletedTask::contributionWeight)
                .sum();
        var members = new TreeMap<UUID, Integer>(inPeriod);
        completed.forEach(task -> task.minutes().forEach(m -> members.putIfAbsent(m.memberId(), 0)));
        return new GoalContribution(
                goalId,
                total,
                members.entrySet().stream()
                        .map(m -> new MemberShare(
                                m.getKey(),
                                m.getValue(),
                                total == 0 ? null : (Double) ((double) m.getValue() / total),
                                weight == 0 ? null : (Double) (outcome(m.getKey(), completed) / weight)))
                        .toList(),
                completed,
                goal.progress());
    }

    private static CompletedTask completedTask(Facts.Task task, Facts facts) {
        var minutes = minutesByMember(facts.work().stream()
                .filter(work -> work.taskId().equals(task.taskId()))
                .toList());
        return new CompletedTask(
                task.taskId(),
                task.contributionWeight(),
                minutes.entrySet().stream()
                        .map(m -> new MemberMinutes(m.getKey(), m.getValue()))
                        .toList());
    }

    private static double outcome(UUID memberId, List<CompletedTask> completed) {
        return completed.stream()
                .mapToDouble(task -> task.contributionWeight() * task.shareOf(memberId))
                .sum();
    }

    private static Map<UUID, Integer> minutesByMember(List<Facts.Work> work) {
        return work.stream()
                .collect(Collectors.groupingBy(
                        Facts.Work::memberId, TreeMap::new, Collectors.summingInt(Facts.Work::minutes)));
    }
}
