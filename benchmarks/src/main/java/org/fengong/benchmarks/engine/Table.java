package org.fengong.benchmarks.engine;

import java.util.Locale;
import java.util.stream.Collectors;

/** The figures for people. */
final class Table {
    private static final String BEGIN = "%-9s %-9s";
    private static final String REST = " %9s | %s | %9s %9s %7s %7s | %6s %6s %12s %s";

    static final String HEAD = String.format(
            Locale.ROOT,
            BEGIN + REST,
            "instance",
            "solver",
            "first",
            Curve.MARKS.stream().map(mark -> cell(mark + " s")).collect(Collectors.joining(" ")),
            "value",
            "bound",
            "% bound",
            "% best",
            "s",
            "wall s",
            "steps",
            "end");

    static final String FOOT = """
            first, 2 s … 30 s: value of the plan that stood then; value, bound: at the end; lower values are better.
            % bound: above the best bound known; % best: above the best value known from elsewhere.
            s: seconds of processor per thread of the solver; the marks count these, too.""";

    private Table() {}

    static String begin(Instance instance, Solver solver) {
        return String.format(Locale.ROOT, BEGIN, instance.name(), solver.name());
    }

    static String rest(Run run) {
        return String.format(
                Locale.ROOT,
                REST,
                value(run.first()),
                run.atMarks().stream().map(value -> cell(value(value))).collect(Collectors.joining(" ")),
                value(run.value()),
                run.bound() == Solver.NO_BOUND ? "" : run.bound(),
                percent(run.above(run.bestBound())),
                percent(run.above(run.instance().bestValue())),
                String.format(Locale.ROOT, "%.2f", run.seconds()),
                String.format(Locale.ROOT, "%.2f", run.wallSeconds()),
                String.format(Locale.ROOT, "%,d", run.steps()),
                run.fault() == null ? run.end() : "FAULTY");
    }

    private static String cell(String text) {
        return String.format("%9s", text);
    }

    private static String value(long value) {
        return value == Run.NONE ? "none" : Long.toString(value);
    }

    private static String percent(double percent) {
        return Double.isNaN(percent) ? "" : String.format(Locale.ROOT, "%.3f", percent);
    }
}
