package org.fengong.review.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.time.Weeks;
import org.fengong.review.metric.Contributions;
import org.fengong.review.metric.Delivery;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.LoadBalance;
import org.fengong.review.metric.Metrics;
import org.fengong.review.metric.Overload;

/** Looks through the metrics of a review for what is wrong: one rule, one method. */
@ApplicationScoped
public class FindingRules {
    private final Thresholds thresholds;

    FindingRules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** The thresholds of the service by kind. */
    public Map<FindingKind, TeamThreshold> documented() {
        return Arrays.stream(FindingKind.values()).collect(Collectors.toMap(kind -> kind, kind -> {
            var levels = kind.documented(thresholds);
            return new TeamThreshold(levels.warning(), levels.severe());
        }));
    }

    /** @param own thresholds of the team; kinds that are not there have the documented ones */
    public List<Finding> find(Metrics metrics, Facts facts, Map<FindingKind, TeamThreshold> own) {
        var limits = new Limits(thresholds, own);
        var found = new ArrayList<Finding>();
        Stream.of(
                        unbalancedLoad(metrics, limits).stream(),
                        overload(metrics, limits).stream(),
                        lowSkillFit(metrics, limits).stream(),
                        late(metrics, limits).stream(),
                        estimatesOff(metrics, limits).stream(),
                        goalsWithoutProgress(metrics, facts, limits),
                        singleHolderWork(metrics, limits),
                        TeamworkRules.underUsed(metrics, limits).stream(),
                        TeamworkRules.rework(metrics, limits).stream(),
                        TeamworkRules.unfairOverTime(metrics, limits).stream(),
                        TeamworkRules.slowHandOver(metrics, limits).stream(),
                        TeamworkRules.declinePattern(
                                metrics, limits, thresholds.declinePattern().minimumOffers())
                                .stream(),
                        TeamworkRules.singleHolder(facts, limits).stream(),
                        TeamworkRules.growingSkill(
                                metrics, limits, thresholds.growingSkill().minimumRoles())
                                .stream(),
                        TeamworkRules.unansweredRequest(facts, limits).stream())
                .flatMap(findings -> findings)
                .forEach(finding -> found.add(finding.numbered(found.size() + 1)));
        return List.copyOf(found);
    }

    private static Optional<Finding> unbalancedLoad(Metrics metrics, Limits limits) {
        var variation = metrics.loadBalance().coefficientOfVariation().value();
        var limit = limits.of(FindingKind.UNBALANCED_LOAD);
        if (variation == null || !limit.isPassed(variation)) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("coefficientOfVariation", variation, "ratio"));
        metrics.loadBalance().inputs().stream()
                .filter(member -> member.loadRatio() != null)
                .sorted(Comparator.comparing(LoadBalance.MemberLoad::loadRatio).reversed())
                .forEach(m -> evidence.add(Evidence.ofMember(m.memberId(), "loadRatio", m.loadRatio(), "ratio")));
        return Optional.of(limit.finding(
                variation,
                text(
                        "The load is divided unevenly: the members' load ratios vary by %.2f (coefficient of variation).",
                        variation),
                evidence));
    }

    private static Optional<Finding> overload(Metrics metrics, Limits limits) {
        var limit = limits.of(FindingKind.OVERLOAD);
        var over = metrics.overload().inputs().stream()
                .filter(week -> limit.isPassed(overShare(week)))
                .toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var worst = over.stream().mapToDouble(FindingRules::overShare).max().orElseThrow();
        var members =
                over.stream().map(Overload.OverloadedWeek::memberId).distinct().count();
        return Optional.of(limit.finding(
                worst,
                text(
                        "%d member-weeks of %d members hold more than the member can give, %d minutes in all.",
                        over.size(),
                        members,
                        over.stream()
                                .mapToInt(Overload.OverloadedWeek::overByMinutes)
                                .sum()),
                over.stream()
                        .map(w -> Evidence.ofMemberWeek(
                                w.memberId(), w.week(), "overByMinutes", w.overByMinutes(), "minutes"))
                        .toList()));
    }

    private static Optional<Finding> lowSkillFit(Metrics metrics, Limits limits) {
        var fit = metrics.skillFit().value();
        var limit = limits.of(FindingKind.LOW_SKILL_FIT);
        if (fit == null || !limit.isPassed(fit)) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("skillFit", fit, "ratio"));
        metrics.skillFit().inputs().stream()
                .filter(assignment -> limit.isPassed(assignment.fit()))
                .forEach(a -> evidence.add(Evidence.ofTask(a.memberId(), a.taskId(), "fit", a.fit(), "ratio")));
        return Optional.of(limit.finding(fit, text("The members' skills fit their work by %.2f only.", fit), evidence));
    }

    private static Optional<Finding> late(Metrics metrics, Limits limits) {
        var rate = metrics.delivery().onTimeRate().value();
        var limit = limits.of(FindingKind.LATE);
        if (rate == null || !limit.isPassed(rate)) {
            return Optional.empty();
        }
        var missed = metrics.delivery().inputs().stream()
                .filter(task -> task.outcome() != Delivery.Outcome.ON_TIME)
                .toList();
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("onTimeRate", rate, "ratio"));
        missed.stream()
                .filter(task -> task.completedOn() != null)
                .forEach(task -> evidence.add(Evidence.ofTask(
                        null,
                        task.taskId(),
                        "completedLateByDays",
                        task.completedOn().toEpochDay() - task.dueDate().toEpochDay(),
                        "days")));
        missed.stream()
                .filter(task -> task.completedOn() == null)
                .forEach(task -> evidence.add(Evidence.ofTask(null, task.taskId(), "overdue", 1, "tasks")));
        return Optional.of(limit.finding(
                rate,
                text(
                        "%d of %d tasks were not completed by their due date.",
                        missed.size(), metrics.delivery().inputs().size()),
                evidence));
    }

    private static Optional<Finding> estimatesOff(Metrics metrics, Limits limits) {
        var ratio = metrics.estimateRatio().value();
        var limit = limits.of(FindingKind.ESTIMATES_OFF);
        if (ratio == null || !limit.isPassed(Math.max(ratio, 1 / ratio))) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("estimateRatio", ratio, "ratio"));
        metrics.estimateRatio().inputs().stream()
                .filter(role -> role.counted() && role.estimateMinutes() > 0)
                .forEach(role -> evidence.add(Evidence.ofTask(
                        null,
                        role.taskId(),
                        "estimateRatio",
                        (double) role.actualMinutes() / role.estimateMinutes(),
                        "ratio")));
        return Optional.of(limit.finding(
                Math.max(ratio, 1 / ratio), text("Completed work took %.2f times its estimate.", ratio), evidence));
    }

    private static Stream<Finding> goalsWithoutProgress(Metrics metrics, Facts facts, Limits limits) {
        var limit = limits.of(FindingKind.GOAL_WITHOUT_PROGRESS);
        return facts.goals().stream()
                .filter(goal -> goal.keyResults().isEmpty()
                        || !goal.keyResults().stream().allMatch(Facts.KeyResult::isReached))
                .filter(goal -> goal.keyResults().stream().noneMatch(Facts.KeyResult::isNearer))
                .filter(goal -> facts.tasks().stream()
                        .noneMatch(task -> goal.goalId().equals(task.goalId())
                                && facts.period().contains(task.completedAt())))
                .filter(goal -> limit.isPassed(weeksRun(goal, facts)))
                .map(goal -> limit.finding(
                        weeksRun(goal, facts),
                        text(
                                "A goal made no progress in %d weeks: no key result came nearer, no task was completed.",
                                weeksRun(goal, facts)),
                        List.of(
                                Evidence.ofGoal(
                                        null, goal.goalId(), "weeksWithoutProgress", weeksRun(goal, facts), "weeks"),
                                Evidence.ofGoal(
                                        null,
                                        goal.goalId(),
                                        "loggedMinutes",
                                        loggedMinutes(goal.goalId(), metrics),
                                        "minutes"))));
    }

    private Stream<Finding> singleHolderWork(Metrics metrics, Limits limits) {
        var limit = limits.of(FindingKind.SINGLE_HOLDER_WORK);
        return metrics.contributions().goals().stream()
                .filter(goal ->
                        goal.loggedMinutes() >= thresholds.singleHolderWork().minimumGoalMinutes())
                .flatMap(goal -> goal.members().stream()
                        .filter(member -> limit.isPassed(member.shareByHours()))
                        .map(member -> limit.finding(
                                member.shareByHours(),
                                text(
                                        "One member did %.0f %% of the work for a goal; it stops when that member is away.",
                                        member.shareByHours() * 100),
                                List.of(
                                        Evidence.ofGoal(
                                                member.memberId(),
                                                goal.goalId(),
                                                "shareByHours",
                                                member.shareByHours(),
                                                "ratio"),
                                        Evidence.ofGoal(
                                                member.memberId(),
                                                goal.goalId(),
                                                "loggedMinutes",
                                                member.loggedMinutes(),
                                                "minutes")))));
    }

    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** Without any capacity every minute is too much. */
    private static double overShare(Overload.OverloadedWeek week) {
        return week.capacityMinutes() == 0 ? Double.MAX_VALUE : (double) week.overByMinutes() / week.capacityMinutes();
    }

    private static int weeksRun(Facts.Goal goal, Facts facts) {
        var first = Weeks.of(goal.from());
        var last = Weeks.of(goal.to());
        var from = first.isBefore(facts.period().from()) ? facts.period().from() : first;
        var to = last.isAfter(facts.period().to()) ? facts.period().to() : last;
        return Weeks.between(from, to) + 1;
    }

    private static int loggedMinutes(UUID goalId, Metrics metrics) {
        return metrics.contributions().goals().stream()
                .filter(goal -> goal.goalId().equals(goalId))
                .mapToInt(Contributions.GoalContribution::loggedMinutes)
                .sum();
    }
}
