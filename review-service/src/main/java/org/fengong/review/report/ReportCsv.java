package org.fengong.review.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A report as a table: UTF-8 with a mark by which spreadsheets know it, rows ended as RFC 4180 wants. */
final class ReportCsv {
    static final String MEDIA_TYPE = "text/csv";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("section", "week", "member", "goal", "task", "figure", "value", "unit")
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
        for (var finding : report.findings()) {
            for (var evidence : finding.evidence()) {
                row(
                        "findings " + finding.kind(),
                        evidence.week(),
                        evidence.memberId(),
                        evidence.goalId(),
                        evidence.taskId(),
                        evidence.figure(),
                        evidence.value(),
                        evidence.unit());
            }
        }
        for (var effect : report.effects()) {
            row(
                    "effects before",
                    null,
                    null,
                    null,
                    null,
                    effect.indicator().name(),
                    effect.before(),
                    effect.indicator().unit());
            row(
                    "effects after",
                    null,
                    null,
                    null,
                    null,
                    effect.indicator().name(),
                    effect.after(),
                    effect.indicator().unit());
        }
    }

    /** What was not measured has no row. */
    private void row(
            String section, Object week, UUID member, UUID goal, UUID task, String figure, Number value, String unit)
            throws IOException {
        if (value != null) {
            printer.printRecord(section, week, name(member), name(goal), name(task), figure, value, unit);
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
