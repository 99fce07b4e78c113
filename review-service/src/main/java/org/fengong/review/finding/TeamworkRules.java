package org.fengong.review.finding;

import static org.fengong.review.finding.FindingRules.text;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fengong.review.metric.Coordination;
import org.fengong.review.metric.Delivery;
import org.fengong.review.metric.EstimateRatio;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.FairnessOverTime;
import org.fengong.review.metric.LoadBalance;
import org.fengong.review.metric.Metrics;

/** What is wrong with how members share and pass on work; a rule looks at one number and names its evidence. */
final class TeamworkRules {
    private TeamworkRules() {}

    /** Against the mean, so that a quiet time of the whole team is no finding. */
    static Optional<Finding> underUsed(Metrics metrics, Limits limits) {
        var limit = limits.of(FindingKind.UNDER_USED);
        var members = metrics.loadBalance().inputs().stream()
                .filter(member -> member.loadRatio() != null)
                .toList();
        var mean = members.stream()
                .mapToDouble(LoadBalance.MemberLoad::loadRatio)
                .average()
                .orElse(0);
        var under = members.stream()
                .filter(member -> mean > 0 && limit.isPassed(member.loadRatio() / mean))
                .toList();
        if (under.isEmpty()) {
            return Optional.empty();
        }
        var least = under.stream()
                .mapToDouble(LoadBalance.MemberLoad::loadRatio)
                .min()
                .orElseThrow();
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("meanLoadRatio", mean, "ratio"));
        under.forEach(m -> evidence.add(Evidence.ofMember(m.memberId(), "loadRatio", m.loadRatio(), "ratio")));
        return Optional.of(limit.finding(
                least / mean,
                text("%d of %d members are given much less than the mean.", under.size(), members.size()),
                evidence));
    }

    static Optional<Finding> rework(Metrics metrics, Limits limits) {
        var limit = limits.of(FindingKind.REWORK);
        var rate = metrics.delivery().reworkRate().value();
        if (rate == null || !limit.isPassed(rate)) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("reworkRate", rate, "ratio"));
        metrics.delivery().inputs().stream()
                .filter(task -> task.completedInPeriod() && task.reopened())
                .map(Delivery.DeliveredTask::taskId)
                .forEach(task -> evidence.add(Evidence.ofTask(null, task, "reopened", 1, "tasks")));
        return Optional.of(limit.finding(
                rate, text("%.0f %% of the completed tasks had to be taken up again.", rate * 100), evidence));
    }

    static Optional<Finding> unfairOverTime(Metrics metrics, Limits limits) {
        var limit = limits.of(FindingKind.UNFAIR_OVER_TIME);
        var index = metrics.fairnessOverTime().jainIndex().value();
        if (index == null || !limit.isPassed(index)) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("jainIndex", index, "ratio"));
        metrics.fairnessOverTime().inputs().stream()
                .filter(member -> member.loadRatio() != null)
                .sorted(Comparator.comparing(FairnessOverTime.MemberLoadOverTime::loadRatio)
                        .reversed())
                .forEach(m -> evidence.add(Evidence.ofMember(m.memberId(), "loadRatio", m.loadRatio(), "ratio")));
        return Optional.of(limit.finding(
                index,
                text(
                        "Over %d weeks the load was shared unfairly: Jain's index of the load ratios is %.2f.",
                        FairnessOverTime.WEEKS, index),
                evidence));
    }

    /** The evidence are the pairs between whom it takes too long. */
    static Optional<Finding> slowHandOver(Metrics metrics, Limits limits) {
        var limit = limits.of(FindingKind.SLOW_HAND_OVER);
        var handOver = metrics.coordination().handOver();
        var mean = handOver.meanDays().value();
        if (mean == null || !limit.isPassed(mean)) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("handOverDays", mean, "days"));
        handOver.inputs().stream()
                .filter(passed -> limit.isPassed(passed.days()))
                .forEach(passed -> evidence.add(
                        Evidence.ofTask(passed.toMemberId(), passed.taskId(), "handOverDays", passed.days(), "days")));
        return Optional.of(limit.finding(
                mean, text("Work lies %.1f days between a completed task and the start of the next.", mean), evidence));
    }

    static Optional<Finding> declinePattern(Metrics metrics, Limits limits, int minimumOffers) {
        var limit = limits.of(FindingKind.DECLINE_PATTERN);
        var members = metrics.coordination().offerAnswers().byMember().stream()
                .filter(member -> answered(member) > 0 && answered(member) >= minimumOffers)
                .filter(member -> limit.isPassed(declinedShare(member)))
                .toList();
        if (members.isEmpty()) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        for (var member : members) {
            evidence.add(Evidence.ofMember(member.memberId(), "declinedShare", declinedShare(member), "ratio"));
            evidence.add(Evidence.ofMember(member.memberId(), "declinedOffers", member.declined(), "offers"));
        }
        return Optional.of(limit.finding(
                members.stream().mapToDouble(TeamworkRules::declinedShare).max().orElseThrow(),
                text("Members who decline much of what they are offered: %d.", members.size()),
                evidence));
    }

    /** Of a skill with several levels the one with the fewest holders. */
    static Optional<Finding> singleHolder(Facts facts, Limits limits) {
        var limit = limits.of(FindingKind.SINGLE_HOLDER);
        var gaps = facts.skillGaps().stream()
                .filter(gap -> limit.isPassed(gap.holders()))
                .toList();
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(limit.finding(
                gaps.stream().mapToInt(Facts.SkillGap::holders).min().orElseThrow(),
                text("Skills that the team lacks time of and too few members hold: %d.", skills(gaps)),
                gaps.stream()
                        .map(gap -> Evidence.ofSkill(null, gap.skillId(), "holders", gap.holders(), "members"))
                        .toList()));
    }

    static Optional<Finding> growingSkill(Metrics metrics, Limits limits, int minimumRoles) {
        var limit = limits.of(FindingKind.GROWING_SKILL);
        var growing = metrics.estimateRatio().byMemberAndSkill().stream()
                .filter(one -> one.roles() >= minimumRoles && limit.isPassed(one.ratio()))
                .toList();
        if (growing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(limit.finding(
                growing.stream()
                        .mapToDouble(EstimateRatio.MemberSkillRatio::ratio)
                        .min()
                        .orElseThrow(),
                "Members do work with a skill faster than estimated. Look whether their level has grown.",
                growing.stream()
                        .map(one ->
                                Evidence.ofSkill(one.memberId(), one.skillId(), "estimateRatio", one.ratio(), "ratio"))
                        .toList()));
    }

    /** Of the requests that nobody has answered yet those that wait too long at the end of the period. */
    static Optional<Finding> unansweredRequest(Facts facts, Limits limits) {
        var limit = limits.of(FindingKind.UNANSWERED_REQUEST);
        var evidence = facts.requests().stream()
                .map(request -> Evidence.ofDepartment(
                        request.departmentId(), request.taskId(), "waitingDays", waitingDays(request, facts), "days"))
                .filter(waits -> limit.isPassed(waits.value()))
                .toList();
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(limit.finding(
                evidence.stream().mapToDouble(Evidence::value).max().orElseThrow(),
                text("Requests that other departments have not answered: %d.", evidence.size()),
                evidence));
    }

    /** Mondays to Fridays after the day of asking, up to the period's last day, or today when that is earlier. */
    private static long waitingDays(Facts.Request request, Facts facts) {
        var asked = facts.period().dayOf(request.openedAt());
        var last = facts.period().lastDay().isBefore(facts.today())
                ? facts.period().lastDay()
                : facts.today();
        return Stream.iterate(asked.plusDays(1), day -> !day.isAfter(last), day -> day.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .count();
    }

    private static long skills(List<Facts.SkillGap> gaps) {
        return gaps.stream().map(Facts.SkillGap::skillId).distinct().count();
    }

    private static int answered(Coordination.MemberAnswers member) {
        return member.accepted() + member.declined() + member.expired();
    }

    private static double declinedShare(Coordination.MemberAnswers member) {
        return (double) member.declined() / answered(member);
    }
}
