package org.fengong.review.finding;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

    public List<Finding> find(Metrics metrics, Facts facts) {
        var found = new ArrayList<Finding>();
        Stream.of(
                        unbalancedLoad(metrics).stream(),
                        overload(metrics).stream(),
                        lowSkillFit(metrics).stream(),
                        late(metrics).stream(),
                        estimatesOff(metrics).stream(),
                        goalsWithoutProgress(metrics, facts),
                        singleHolderWork(metrics))
                .flatMap(findings -> findings)
                .forEach(finding -> found.add(finding.numbered(found.size() + 1)));
        return List.copyOf(found);
    }

    Optional<Finding> unbalancedLoad(Metrics metrics) {
        var variation = metrics.loadBalance().coefficientOfVariation().value();
        var levels = thresholds.unbalancedLoad();
        if (variation == null || variation <= levels.warning()) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("coefficientOfVariation", variation, "ratio"));
        metrics.loadBalance().inputs().stream()
                .filter(member -> member.loadRatio() != null)
                .sorted(Comparator.comparing(LoadBalance.MemberLoad::loadRatio).reversed())
                .forEach(m -> evidence.add(Evidence.ofMember(m.memberId(), "loadRatio", m.loadRatio(), "ratio")));
        return Optional.of(finding(
                FindingKind.UNBALANCED_LOAD,
                above(variation, levels),
                levels,
                text(
                        "The load is divided unevenly: the members' load ratios vary by %.2f (coefficient of variation).",
                        variation),
                evidence));
    }

    Optional<Finding> overload(Metrics metrics) {
        var levels = thresholds.overload();
        var over = metrics.overload().inputs().stream()
                .filter(week -> overShare(week) > levels.warning())
                .toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var worst = over.stream().mapToDouble(FindingRules::overShare).max().orElseThrow();
        var members =
                over.stream().map(Overload.OverloadedWeek::memberId).distinct().count();
        return Optional.of(finding(
                FindingKind.OVERLOAD,
                above(worst, levels),
                levels,
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

    Optional<Finding> lowSkillFit(Metrics metrics) {
        var fit = metrics.skillFit().value();
        var levels = thresholds.lowSkillFit();
        if (fit == null || fit >= levels.warning()) {
            return Optional.empty();
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.ofTeam("skillFit", fit, "ratio"));
        metrics.skillFit().inputs().stream()
                .filter(assignment -> assignment.fit() < levels.warning())
                .forEach(a -> evidence.add(Evidence.ofTask(a.memberId(), a.taskId(), "fit", a.fit(), "ratio")));
        return Optional.of(finding(
                FindingKind.LOW_SKILL_FIT,
                below(fit, levels),
                levels,
                text("The members' skills fit their work by %.2f only.", fit),
                evidence));
    }

    Optional<Finding> late(Metrics metrics) {
        var rate = metrics.delivery().onTimeRate().value();
        var levels = thresholds.late();
        if (rate == null || rate >= levels.warning()) {
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
        return Optional.of(finding(
                FindingKind.LATE,
                below(rate, levels),
                levels,
                text(
                        "%d of %d tasks were not completed by their due date.",
                        missed.size(), metrics.delivery().inputs().size()),
                evidence));
    }

    Optional<Finding> estimatesOff(Metrics metrics) {
        var ratio = metrics.estimateRatio().value();
        var levels = thresholds.estimatesOff();
        if (ratio == null || Math.max(ratio, 1 / ratio) <= levels.warning()) {
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
        return Optional.of(finding(
                FindingKind.ESTIMATES_OFF,
                above(Math.max(ratio, 1 / ratio), levels),
                levels,
                text("Completed work took %.2f times its estimate.", ratio),
                evidence));
    }

    Stream<Finding> goalsWithoutProgress(Metrics metrics, Facts facts) {
        var levels = thresholds.goalWithoutProgress();
        return facts.goals().stream()
                .filter(goal -> goal.keyResults().isEmpty()
                        || !goal.keyResults().stream().allMatch(Facts.KeyResult::isReached))
                .filter(goal -> goal.keyResults().stream().noneMatch(Facts.KeyResult::isNearer))
                .filter(goal -> facts.tasks().stream()
                        .noneMatch(task -> goal.goalId().equals(task.goalId())
                                && facts.period().contains(task.completedAt())))
                .filter(goal -> weeksRun(goal, facts) >= levels.warning())
                .map(goal -> finding(
                        FindingKind.GOAL_WITHOUT_PROGRESS,
                        weeksRun(goal, facts) >= levels.severe() ? Severity.SEVERE : Severity.WARNING,
                        levels,
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

    Stream<Finding> singleHolderWork(Metrics metrics) {
        var levels = thresholds.singleHolderWork();
        return metrics.contributions().goals().stream()
                .filter(goal -> goal.loggedMinutes() >= levels.minimumGoalMinutes())
                .flatMap(goal -> goal.members().stream()
                        .filter(member -> member.shareByHours() > levels.warning())
                        .map(member -> finding(
                                FindingKind.SINGLE_HOLDER_WORK,
                                above(member.shareByHours(), levels),
                                levels,
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

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** A finding names the threshold of its severity, by the property that sets it. */
    private static Finding finding(
            FindingKind kind, Severity severity, Thresholds.Levels levels, String text, List<Evidence> evidence) {
        var property =
                Thresholds.PREFIX + "." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "."
                        + severity.name().toLowerCase(Locale.ROOT);
        return new Finding(
                null,
                kind,
                severity,
                text,
                new Finding.Threshold(property, severity == Severity.SEVERE ? levels.severe() : levels.warning()),
                List.copyOf(evidence));
    }

    private static Severity above(double value, Thresholds.Levels levels) {
        return value > levels.severe() ? Severity.SEVERE : Severity.WARNING;
    }

    private static Severity below(double value, Thresholds.Levels levels) {
        return value < levels.severe() ? Severity.SEVERE : Severity.WARNING;
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
