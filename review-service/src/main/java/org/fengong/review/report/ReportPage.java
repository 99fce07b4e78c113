package org.fengong.review.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.page.Language;
import org.fengong.platform.page.PageAssets;
import org.fengong.platform.page.PageFrame;
import org.fengong.review.adjustment.AdjustmentResponse;
import org.fengong.review.adjustment.ForecastStatus;
import org.fengong.review.finding.Evidence;
import org.fengong.review.finding.Finding;
import org.fengong.review.finding.Severity;
import org.fengong.review.metric.Contributions;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.LoadBalance;
import org.fengong.review.review.TrainingEffect;
import org.threeten.extra.YearWeek;

/** A report in words and shapes of one language: what the template only has to put in its place. */
public final class ReportPage {
    /** A finding shows its strongest evidence; all of it is in the JSON. */
    private static final int MOST_EVIDENCE = 6;

    /** The slowest hand-overs; all of them are in the JSON. */
    private static final int MOST_PAIRS = 6;

    public record FigureRow(
            String name, String hint, String value, String previous, String change, String tone, Sparkline trend) {}

    /** @param heat 0 (free) to 5 (over its capacity) */
    public record LoadCell(String text, String title, int heat, boolean over) {}

    public record LoadRow(String name, String ratio, List<LoadCell> cells) {}

    public record Share(String name, String text, int percent) {}

    public record GoalBlock(String title, String progress, int percent, String facts, List<Share> shares) {}

    public record FindingBlock(String kind, String severity, boolean severe, String text, List<String> evidence) {}

    public record DecisionRow(
            String status, String text, String whom, String expected, String forecast, String decided) {}

    public record EffectRow(String name, String before, String after, String change, String tone) {}

    public record FactRow(String name, String value) {}

    public record PairRow(String from, String to, String count, String days) {}

    private static final PageAssets ASSETS = PageAssets.of(ReportPage.class);

    private final ReviewReport report;
    private final Texts texts;

    ReportPage(ReviewReport report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    PageFrame frame() {
        return new PageFrame(
                texts.language(), ASSETS, texts.of("title", report.teamName(), period()), report.teamName());
    }

    /** A text of the page that does not depend on the review. */
    public String t(String key) {
        return texts.of(key);
    }

    public String period() {
        return report.from().equals(report.to()) ? report.from().toString() : report.from() + " – " + report.to();
    }

    public String status() {
        return texts.of(report.status());
    }

    /** What to know when there is time for nothing else. */
    public String headline() {
        var severe = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.SEVERE)
                .count();
        return report.findings().isEmpty()
                ? texts.of("headline.good")
                : texts.of("headline", report.findings().size(), severe);
    }

    public List<FigureRow> figures() {
        return report.figures().stream()
                .map(figure -> new FigureRow(
                        texts.of(figure.indicator()),
                        texts.of("hint." + figure.indicator().name()),
                        value(figure.value(), figure.unit()),
                        value(figure.previous(), figure.unit()),
                        change(figure.improved(), figure.value(), figure.previous()),
                        tone(figure.improved()),
                        Sparkline.of(figure.trend().stream()
                                .map(ReviewReport.Point::value)
                                .toList())))
                .toList();
    }

    public List<String> weeks() {
        return report.weeks().stream().map(YearWeek::toString).toList();
    }

    public List<LoadRow> loads() {
        return report.loads().stream()
                .map(load -> new LoadRow(
                        name(load.memberId()),
                        load.loadRatio() == null ? texts.of("none") : texts.percent(load.loadRatio()),
                        report.weeks().stream().map(week -> cell(load, week)).toList()))
                .toList();
    }

    /** Empty in reviews from before it was measured. */
    public List<FactRow> together() {
        var measured = report.coordination();
        if (measured == null) {
            return List.of();
        }
        var offers = measured.offerAnswers();
        return List.of(
                new FactRow(
                        t("crossDepartment"),
                        value(measured.crossDepartment().share().value(), "ratio")),
                new FactRow(
                        t("offers"), texts.of("offers.facts", offers.accepted(), offers.declined(), offers.expired())));
    }

    public List<PairRow> handOvers() {
        return report.coordination() == null
                ? List.of()
                : report.coordination().handOver().byMembers().stream()
                        .limit(MOST_PAIRS)
                        .map(pair -> new PairRow(
                                name(pair.fromMemberId()),
                                name(pair.toMemberId()),
                                String.valueOf(pair.count()),
                                texts.in("days", pair.meanDays())))
                        .toList();
    }

    /** Why members declined, in their words. */
    public List<String> declines() {
        return report.coordination() == null
                ? List.of()
                : report.coordination().offerAnswers().declines().stream()
                        .filter(decline -> decline.reason() != null)
                        .map(decline -> texts.of(
                                "evidence",
                                name(decline.memberId()) + " · " + name(decline.taskId()),
                                decline.reason()))
                        .toList();
    }

    /** How many members answered; empty when nobody was asked yet. */
    public String pulseAnswers() {
        return report.pulse() == null || report.pulse().members() == 0
                ? ""
                : texts.of("pulse.answers", report.pulse().members());
    }

    /** Empty while too few members have answered. */
    public List<FactRow> pulse() {
        if (report.pulse() == null || report.pulse().load().value() == null) {
            return List.of();
        }
        var pulse = report.pulse();
        return List.of(
                new FactRow(
                        t("pulse.load"),
                        value(pulse.load().value(), pulse.load().unit())),
                new FactRow(
                        t("pulse.fit"), value(pulse.fit().value(), pulse.fit().unit())),
                new FactRow(
                        t("pulse.clarity"),
                        value(pulse.clarity().value(), pulse.clarity().unit())));
    }

    private LoadCell cell(LoadBalance.MemberLoad load, YearWeek week) {
        return load.weeks().stream()
                .filter(one -> one.week().equals(week))
                .findFirst()
                .map(one -> {
                    var over = one.loadMinutes() > one.capacityMinutes();
                    var ratio = one.capacityMinutes() == 0
                            ? (one.loadMinutes() == 0 ? 0.0 : 2.0)
                            : (double) one.loadMinutes() / one.capacityMinutes();
                    return new LoadCell(
                            one.capacityMinutes() == 0 && one.loadMinutes() == 0
                                    ? texts.of("away")
                                    : one.capacityMinutes() == 0 ? "∞" : texts.percent(ratio),
                            texts.of("load.title", texts.hours(one.loadMinutes()), texts.hours(one.capacityMinutes())),
                            heat(ratio),
                            over);
                })
                .orElse(new LoadCell("", "", 0, false));
    }

    static int heat(double ratio) {
        return ratio > 1 ? 5 : ratio > 0.8 ? 4 : ratio > 0.6 ? 3 : ratio > 0.3 ? 2 : ratio > 0 ? 1 : 0;
    }

    public List<GoalBlock> goals() {
        return report.goals().stream().map(this::goal).toList();
    }

    private GoalBlock goal(Contributions.GoalContribution goal) {
        var percent = goal.progress() == null ? 0 : (int) Math.round(100 * goal.progress());
        return new GoalBlock(
                name(goal.goalId()),
                goal.progress() == null ? texts.of("goal.unmeasured") : texts.percent(goal.progress()),
                percent,
                texts.of(
                        "goal.facts",
                        texts.hours(goal.loggedMinutes()),
                        goal.completedTasks().size()),
                goal.members().stream()
                        .filter(member -> member.shareByHours() != null)
                        .sorted(java.util.Comparator.comparing(Contributions.MemberShare::shareByHours)
                                .reversed())
                        .map(member -> new Share(
                                name(member.memberId()),
                                texts.of(
                                        "goal.share",
                                        texts.percent(member.shareByHours()),
                                        texts.hours(member.loggedMinutes())),
                                (int) Math.round(100 * member.shareByHours())))
                        .toList());
    }

    /** What cannot wait, as it is now: not of the review's period. */
    public List<FactRow> urgent() {
        return report.urgentFindings().stream()
                .map(finding -> new FactRow(
                        texts.of(finding.kind()), evidence(finding.evidence().get(0))))
                .toList();
    }

    public List<FindingBlock> findings() {
        return report.findings().stream()
                .map(finding -> new FindingBlock(
                        texts.of(finding.kind()),
                        texts.of(finding.severity()),
                        finding.severity() == Severity.SEVERE,
                        text(finding),
                        finding.evidence().stream()
                                .limit(MOST_EVIDENCE)
                                .map(this::evidence)
                                .toList()))
                .toList();
    }

    /** Reviews keep their sentences in English; other languages say what kind of finding it is. */
    private String text(Finding finding) {
        return texts.language() == Language.ENGLISH
                ? finding.text()
                : texts.of("about." + finding.kind().name());
    }

    private String evidence(Evidence evidence) {
        var whose = Stream.of(
                        evidence.memberId() == null ? null : name(evidence.memberId()),
                        evidence.goalId() == null ? null : name(evidence.goalId()),
                        evidence.taskId() == null ? null : name(evidence.taskId()),
                        evidence.skillId() == null ? null : name(evidence.skillId()),
                        evidence.departmentId() == null ? null : name(evidence.departmentId()),
                        evidence.week() == null ? null : evidence.week().toString())
                .filter(part -> part != null)
                .toList();
        var what = texts.of(
                "evidence", texts.of("figure." + evidence.figure()), texts.in(evidence.unit(), evidence.value()));
        return whose.isEmpty() ? what : String.join(" · ", whose) + " — " + what;
    }

    public List<DecisionRow> decisions() {
        return report.adjustments().stream().map(this::decision).toList();
    }

    private DecisionRow decision(AdjustmentResponse adjustment) {
        var kinds = report.findings().stream()
                .filter(finding -> adjustment.findingIds().contains(finding.id()))
                .map(finding -> texts.of(finding.kind()))
                .distinct()
                .toList();
        return new DecisionRow(
                texts.of(adjustment.status()),
                texts.language() == Language.ENGLISH
                        ? adjustment.text()
                        : texts.of("decision", texts.of(adjustment.kind()), String.join(texts.of("and"), kinds)),
                whom(adjustment),
                String.join(
                        texts.of("and"),
                        adjustment.indicators().stream().map(texts::of).toList()),
                forecast(adjustment),
                adjustment.reason() == null ? "" : adjustment.reason());
    }

    /** Whom and what it is about; empty of a new plan. */
    private String whom(AdjustmentResponse adjustment) {
        var move = adjustment.move();
        if (move != null) {
            return texts.of("move", name(move.taskId()), name(move.fromMemberId()), name(move.toMemberId()));
        }
        var training = adjustment.training();
        if (training != null) {
            return texts.of("training", name(training.memberId()), name(training.skillId()), training.minLevel());
        }
        var split = adjustment.split();
        if (split != null) {
            return texts.of("split", name(split.taskId()), name(split.memberId()), texts.hours(split.partMinutes()));
        }
        var collaboration = adjustment.collaboration();
        if (collaboration != null) {
            return texts.of(
                    "collaboration",
                    name(collaboration.taskId()),
                    name(collaboration.departmentId()),
                    name(collaboration.skillId()));
        }
        return adjustment.estimates() == null
                ? ""
                : adjustment.estimates().stream()
                        .limit(MOST_EVIDENCE)
                        .map(one -> texts.of(
                                "estimate",
                                name(one.taskId()),
                                texts.hours(one.minutes()),
                                texts.hours(one.newMinutes())))
                        .collect(Collectors.joining(texts.of("and")));
    }

    /** What allocation-service computed; empty where nothing is to be computed. */
    private String forecast(AdjustmentResponse adjustment) {
        var training = adjustment.training();
        if (training != null) {
            return texts.of("training.effect", training.holders(), training.holders() + 1);
        }
        if (!adjustment.kind().isForecast()) {
            return "";
        }
        if (adjustment.forecast() == null) {
            return texts.of("forecast.awaited");
        }
        if (adjustment.forecast().status() == ForecastStatus.IMPOSSIBLE) {
            return texts.of("forecast.impossible");
        }
        var move = adjustment.move();
        return adjustment.forecast().members().stream()
                .filter(member -> move == null
                        || member.memberId().equals(move.fromMemberId())
                        || member.memberId().equals(move.toMemberId()))
                .limit(MOST_EVIDENCE)
                .map(member -> texts.of(
                        "forecast",
                        name(member.memberId()),
                        percent(member.loadRatioBefore()),
                        percent(member.loadRatioAfter())))
                .collect(Collectors.joining(texts.of("and")));
    }

    private String percent(Double ratio) {
        return ratio == null ? texts.of("none") : texts.percent(ratio);
    }

    public List<EffectRow> effects() {
        return Stream.of(
                        report.effects().stream()
                                .map(one -> effect(one.indicator(), one.before(), one.after(), one.improved())),
                        report.taskEffects().stream()
                                .map(one -> effect(one.indicator(), one.before(), one.after(), one.improved())),
                        report.trainingEffects().stream().map(this::effect))
                .flatMap(rows -> rows)
                .toList();
    }

    private EffectRow effect(Indicator indicator, double before, double after, boolean better) {
        var unit = indicator.unit();
        Boolean improved = before == after ? null : (Boolean) better;
        return new EffectRow(
                texts.of(indicator),
                texts.in(unit, before),
                texts.in(unit, after),
                change(improved, after, before),
                tone(improved));
    }

    private EffectRow effect(TrainingEffect effect) {
        Boolean improved = effect.before() == effect.after() ? null : (Boolean) (effect.after() > effect.before());
        return new EffectRow(
                texts.of("training", name(effect.memberId()), name(effect.skillId()), effect.wanted()),
                texts.of("training.level", effect.before()),
                texts.of("training.level", effect.after()),
                change(improved, (double) effect.after(), (double) effect.before()),
                tone(improved));
    }

    private String value(Double value, String unit) {
        return value == null ? texts.of("none") : texts.in(unit, value);
    }

    /** In words and with a sign, so that it needs no colour. */
    private String change(Boolean improved, Double now, Double before) {
        if (now == null || before == null) {
            return "";
        }
        return improved == null ? texts.of("same") : texts.of(improved ? "better" : "worse");
    }

    private static String tone(Boolean improved) {
        return improved == null ? "" : improved ? "good" : "bad";
    }

    private String name(UUID id) {
        return names().getOrDefault(id, texts.of("unknown"));
    }

    private Map<UUID, String> names() {
        return report.names();
    }
}
