package org.fengong.benchmarks.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The figures and curves for programs. */
final class Report {
    private Report() {}

    static String json(Machine machine, List<Run> runs) {
        return String.format(
                Locale.ROOT,
                """
                {
                  "begin": "%s",
                  "java": "%s",
                  "heapMegabytes": %d,
                  "processors": %d,
                  "runs": [
                %s
                  ],
                  "comparisons": [
                %s
                  ]
                }
                """,
                machine.begin(),
                machine.java(),
                machine.heapMegabytes(),
                machine.processors(),
                runs.stream().map(run -> run(run).indent(4).stripTrailing()).collect(Collectors.joining(",\n")),
                Comparison.of(runs).stream()
                        .map(comparison -> "    " + comparison(comparison))
                        .collect(Collectors.joining(",\n")));
    }

    private static String comparison(Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "{\"instance\": \"%s\", \"atSeconds\": %d, \"bound\": %s, \"values\": {%s}, \"fengongIs\": {%s}}",
                comparison.instance().name(),
                comparison.mark(),
                known(comparison.bound()),
                comparison.runs().stream()
                        .map(run -> text(run.solver()) + ": " + value(run.at(comparison.mark())))
                        .collect(Collectors.joining(", ")),
                comparison.runs().stream()
                        .filter(run -> comparison.verdict(run) != null)
                        .map(run -> text(run.solver()) + ": "
                                + text(comparison.verdict(run).toString()))
                        .collect(Collectors.joining(", ")));
    }

    private static String run(Run run) {
        Instance instance = run.instance();
        return String.format(
                Locale.ROOT,
                """
                    {
                      "instance": "%s", "tasks": %d, "members": %d, "weeks": %d,
                      "bestKnownValue": %s, "bestKnownBound": %s,
                      "solver": "%s", "seed": %d, "seconds": %.3f, "wallSeconds": %.3f, "steps": %d, "end": %s,
                      "first": %s, "atSeconds": {%s},
                      "value": %s, "bound": %s, "fault": %s,
                      "curveColumns": ["seconds", "steps", "value", "bound"],
                      "curve": [%s]
                    }""",
                instance.name(),
                instance.tasks().size(),
                instance.members().size(),
                instance.weeks(),
                known(instance.bestValue()),
                known(instance.bestBound()),
                run.solver(),
                run.seed(),
                run.seconds(),
                run.wallSeconds(),
                run.steps(),
                text(run.end()),
                value(run.first()),
                IntStream.range(0, Curve.MARKS.size())
                        .mapToObj(i -> "\"" + Curve.MARKS.get(i) + "\": "
                                + value(run.atMarks().get(i)))
                        .collect(Collectors.joining(", ")),
                value(run.value()),
                known(run.bound()),
                run.fault() == null ? "null" : text(run.fault()),
                run.curve().stream().map(Report::point).collect(Collectors.joining(", ")));
    }

    private static String text(String text) {
        return "\"" + text.replace("\\", "/").replace("\"", "'") + "\"";
    }

    private static String point(Curve.Point point) {
        return String.format(
                Locale.ROOT, "[%.3f, %d, %d, %s]", point.seconds(), point.steps(), point.value(), known(point.bound()));
    }

    private static String value(long value) {
        return value == Run.NONE ? "null" : Long.toString(value);
    }

    private static String known(long value) {
        return value <= 0 ? "null" : Long.toString(value);
    }
}
