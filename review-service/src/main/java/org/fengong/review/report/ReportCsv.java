package org.fengong.review.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.fengong.review.metric.Coordination;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.Measure;

/** A report as a table: UTF-8 with a mark by which spreadsheets know it, rows ended as RFC 4180 wants. */
final class ReportCsv {
    static final String MEDIA_TYPE = "text/csv";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("section", "week", "member", "goal", "task", "figure", "value", "unit", "skill")
            .get();

    private final ReviewReport report;
    private final CSVPrinter printer;

    private ReportCsv(ReviewReport report, CSVPrinter printer) {
        this.report = report;
        this.printer = printer;
    }

    static String of(ReviewReport report) {
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var printer = new CSVPrinter(text, FORMAT)) {
            new ReportCsv(report, printer).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write() throws IOException {
        for (var figure : report.figures()) {
            row("figures", null, null, null, null, figure.indicator().name(), figure.value(), figure.unit());
        }
        for (var load : report.loads()) {
            for (var week : load.weeks()) {
                row("loads", week.week(), load.memberId(), null, null, "loadMinutes", week.loadMinutes(), "minutes");
                row(
                        "loads",
                        week.week(),
                        load.memberId(),
                        null,
                        null,
                        "capacityMinutes",
                        week.capacityMinutes(),
                        "minutes");
            }
        }
        for (var goal : report.goals()) {
            row("goals", null, null, goal.goalId(), null, "progress", goal.progress(), "ratio");
            for (var member : goal.members()) {
                row(
                        "goals",
                        null,
                        member.memberId(),
                        goal.goalId(),
                        null,
                        "loggedMinutes",
                        member.loggedMinutes(),
                        "minutes");
                row(
                        "goals",
                        null,
                        member.memberId(),
                        goal.goalId(),
                        null,
                        "shareByHours",
                        member.shareByHours(),
                        "share");
                row(
                        "goals",
                        null,
                        member.memberId(),
                        goal.goalId(),
                        null,
                        "shareByOutcome",
                        member.shareByOutcome(),
                        "share");
            }
        }
        if (report.coordination() != null) {
            together(report.coordination());
        }
        if (report.pulse() != null) {
            pulse("load", report.pulse().load());
            pulse("fit", report.pulse().fit());
            pulse("clarity", report.pulse().clarity());
        }
        for (var finding : report.findings()) {
            for (var evidence : finding.evidence()) {
                printer.printRecord(
                        "findings " + finding.kind(),
                        evidence.week(),
                        name(evidence.memberId()),
                        name(evidence.goalId()),
                        name(evidence.taskId()),
                        evidence.figure(),
                        evidence.value(),
                        evidence.unit(),
                        name(evidence.skillId()));
            }
        }
        for (var effect : report.effects()) {
            effect(effect.indicator(), effect.before(), effect.after());
        }
        for (var effect : report.taskEffects()) {
            effect(effect.indicator(), effect.before(), effect.after());
        }
    }

    private void together(Coordination measured) throws IOException {
        for (var passed : measured.handOver().inputs()) {
            row("handOver", null, passed.toMemberId(), null, passed.taskId(), "handOverDays", passed.days(), "days");
        }
        var share = measured.crossDepartment().share();
        row("crossDepartment", null, null, null, null, "crossDepartmentShare", share.value(), share.unit());
        for (var week : measured.stability().inputs()) {
            row("stability", week.week(), null, null, null, "standing", week.standing(), "assignments");
            row("stability", week.week(), null, null, null, "changed", week.changed(), "assignments");
        }
        for (var member : measured.offerAnswers().byMember()) {
            row("offers", null, member.memberId(), null, null, "accepted", member.accepted(), "offers");
            row("offers", null, member.memberId(), null, null, "declined", member.declined(), "offers");
            row("offers", null, member.memberId(), null, null, "expired", member.expired(), "offers");
        }
    }

    private void effect(Indicator indicator, double before, double after) throws IOException {
        row("effects before", null, null, null, null, indicator.name(), before, indicator.unit());
        row("effects after", null, null, null, null, indicator.name(), after, indicator.unit());
    }

    private void pulse(String figure, Measure average) throws IOException {
        row("pulse", null, null, null, null, figure, average.value(), average.unit());
    }

    /** What was not measured has no row. */
    private void row(
            String section, Object week, UUID member, UUID goal, UUID task, String figure, Number value, String unit)
            throws IOException {
        if (value != null) {
            printer.printRecord(section, week, name(member), name(goal), name(task), figure, value, unit, null);
        }
    }

    private String name(UUID id) {
        return id == null ? null : inert(report.names().getOrDefault(id, id.toString()));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe (OWASP, CSV injection). */
    static String inert(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
