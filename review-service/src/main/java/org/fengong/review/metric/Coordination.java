package org.fengong.review.metric;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** How well the members work together (W1, S6). */
public record Coordination(
        HandOver handOver, CrossDepartment crossDepartment, Stability stability, OfferAnswers offerAnswers) {
    /** Work on tasks that several departments do together. */
    public record CrossDepartment(Measure share, List<TaskMinutes> inputs) {}

    /**
     * @param minutes of the task's inputs of skillFit
     * @param departmentIds of the members who hold them, as far as they are known
     */
    public record TaskMinutes(UUID taskId, int minutes, List<UUID> departmentIds) {}

    /** How much of the division is changed while it stands. */
    public record Stability(Measure changedShare, List<WeekChanges> inputs) {}

    /**
     * @param standing assignments that stood at some time in the week
     * @param changed those of them that were taken away or given back in it
     */
    public record WeekChanges(YearWeek week, int standing, int changed) {}

    /** What the members said to what they were offered in the period. */
    public record OfferAnswers(
            Measure acceptedShare,
            int accepted,
            int declined,
            int expired,
            int pending,
            int rescinded,
            List<Decline> declines,
            List<MemberAnswers> byMember) {}

    /** @param reason in the member's words */
    public record Decline(
            UUID memberId,
            UUID taskId,
            @Schema(nullable = true) String reason) {}

    public record MemberAnswers(UUID memberId, int accepted, int declined, int expired) {}

    static Coordination of(Facts facts, SkillFit assigned) {
        return new Coordination(
                HandOver.of(facts), crossDepartment(facts, assigned), stability(facts), offerAnswers(facts.offers()));
    }

    private static CrossDepartment crossDepartment(Facts facts, SkillFit assigned) {
        var inputs = assigned.inputs().stream()
                .collect(Collectors.groupingBy(SkillFit.AssignmentFit::taskId, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(task -> new TaskMinutes(
                        task.getKey(),
                        task.getValue().stream()
                                .mapToInt(SkillFit.AssignmentFit::minutes)
                                .sum(),
                        task.getValue().stream()
                                .map(input -> facts.departments().get(input.memberId()))
                                .filter(Objects::nonNull)
                                .distinct()
                                .sorted()
                                .toList()))
                .toList();
        var all = inputs.stream().mapToLong(TaskMinutes::minutes).sum();
        var shared = inputs.stream()
                .filter(task -> task.departmentIds().size() > 1)
                .mapToLong(TaskMinutes::minutes)
                .sum();
        return new CrossDepartment(
                new Measure(
                        all == 0 ? null : (Double) ((double) shared / all),
                        "ratio",
                        "sum of minutes over the inputs with more than one of departmentIds / sum of minutes; minutes ="
                                + " minutes of the task's inputs of skillFit"),
                inputs);
    }

    private static Stability stability(Facts facts) {
        Map<UUID, Instant> completed = facts.ownTasks().stream()
                .flatMap(task -> task.roles().stream())
                .filter(role -> role.completedAt() != null)
                .collect(Collectors.toMap(Facts.Role::roleId, Facts.Role::completedAt));
        var own = facts.ownTasks().stream().map(Facts.Task::taskId).collect(Collectors.toSet());
        var known = facts.assignments().stream()
                .filter(a -> a.since() != null && own.contains(a.taskId()))
                .toList();
        var inputs = facts.period().weeks().stream()
                .map(week -> changes(week, known, completed, facts.period()))
                .toList();
        var standing = inputs.stream().mapToLong(WeekChanges::standing).sum();
        var changed = inputs.stream().mapToLong(WeekChanges::changed).sum();
        return new Stability(
                new Measure(
                        standing == 0 ? null : (Double) ((double) changed / standing),
                        "ratio",
                        "sum of changed / sum of standing over the weeks of the inputs; standing = assignments that stood"
                                + " at some time in the week, changed = those that ended in it without being completed"),
                inputs);
    }

    private static WeekChanges changes(
            YearWeek week, List<Facts.Assignment> known, Map<UUID, Instant> completed, Period period) {
        var start = Weeks.monday(week).atStartOfDay(period.zone()).toInstant();
        var end = Weeks.monday(week.plusWeeks(1)).atStartOfDay(period.zone()).toInstant();
        var standing = known.stream()
                .filter(a -> {
                    var ended = a.isReleased(completed.get(a.roleId())) ? a.until() : completed.get(a.roleId());
                    return a.since().isBefore(end) && (ended == null || !ended.isBefore(start));
                })
                .toList();
        var changed = standing.stream()
                .filter(a ->
                        a.isReleased(completed.get(a.roleId())) && a.until().isBefore(end))
                .count();
        return new WeekChanges(week, standing.size(), (int) changed);
    }

    private static OfferAnswers offerAnswers(List<Facts.Offer> offers) {
        var accepted = count(offers, Facts.Answer.ACCEPTED);
        var declined = count(offers, Facts.Answer.DECLINED);
        var expired = count(offers, Facts.Answer.EXPIRED);
        var ended = accepted + declined + expired;
        return new OfferAnswers(
                new Measure(
                        ended == 0 ? null : (Double) ((double) accepted / ended),
                        "ratio",
                        "accepted / (accepted + declined + expired) over the offers that were made in the period"),
                accepted,
                declined,
                expired,
                count(offers, Facts.Answer.PENDING),
                count(offers, Facts.Answer.RESCINDED),
                offers.stream()
                        .filter(offer -> offer.answer() == Facts.Answer.DECLINED)
                        .map(offer -> new Decline(offer.memberId(), offer.taskId(), offer.reason()))
                        .toList(),
                offers.stream()
                        .collect(Collectors.groupingBy(Facts.Offer::memberId, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(member -> new MemberAnswers(
                                member.getKey(),
                                count(member.getValue(), Facts.Answer.ACCEPTED),
                                count(member.getValue(), Facts.Answer.DECLINED),
                                count(member.getValue(), Facts.Answer.EXPIRED)))
                        .toList());
    }

    private static int count(List<Facts.Offer> offers, Facts.Answer answer) {
        return (int) offers.stream().filter(offer -> offer.answer() == answer).count();
    }
}
