package org.fengong.benchmarks.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fengong.benchmarks.engine.Comparison.Verdict;

/** The solvers beside each other, for people. */
final class SideBySide {
    private final List<Comparison> comparisons;
    private final List<String> solvers;
    private final StringBuilder text = new StringBuilder();

    private SideBySide(List<Run> runs) {
        comparisons = Comparison.of(runs);
        solvers = runs.stream().map(Run::solver).distinct().toList();
    }

    /** Lines with their ends; none of several solvers' runs = an empty text. */
    static String of(List<Run> runs) {
        var table = new SideBySide(runs);
        return table.solvers.size() < 2 ? "" : table.draw();
    }

    private String draw() {
        line("");
        line("Value, and %% above the best bound; better, equal, worse: fengong than that one");
        line(
                "%-9s %5s %9s%s",
                "instance",
                "",
                "bound",
                solvers.stream()
                        .map(solver -> String.format(Locale.ROOT, " | %9s %7s %6s", solver, "%", ""))
                        .collect(Collectors.joining()));
        for (Comparison comparison : comparisons) {
            line(
                    "%-9s %3d s %9s%s",
                    comparison.instance().name(),
                    comparison.mark(),
                    comparison.bound() == Solver.NO_BOUND ? "" : comparison.bound(),
                    solvers.stream().map(solver -> cell(comparison, solver)).collect(Collectors.joining()));
        }
        verdicts();
        aim();
        return text.toString();
    }

    private static String cell(Comparison comparison, String solver) {
        return comparison.runs().stream()
                .filter(run -> run.solver().equals(solver))
                .map(run -> cell(comparison, run))
                .findFirst()
                .orElse(String.format(Locale.ROOT, " | %24s", ""));
    }

    private static String cell(Comparison comparison, Run run) {
        long value = run.at(comparison.mark());
        Verdict verdict = comparison.verdict(run);
        return String.format(
                Locale.ROOT,
                " | %9s %7s %6s",
                value == Run.NONE ? "none" : value,
                value == Run.NONE || comparison.bound() == Solver.NO_BOUND
                        ? ""
                        : String.format(Locale.ROOT, "%.2f", 100.0 * (value - comparison.bound()) / comparison.bound()),
                verdict == null ? "" : verdict);
    }

    private void verdicts() {
        for (String solver : solvers) {
            List<Verdict> all = comparisons.stream()
                    .flatMap(comparison -> comparison.runs().stream()
                            .filter(run -> run.solver().equals(solver) && comparison.verdict(run) != null)
                            .map(comparison::verdict))
                    .toList();
            if (!all.isEmpty()) {
                line(
                        "fengong beside %s: %s",
                        solver,
                        Arrays.stream(Verdict.values())
                                .map(verdict -> verdict + " "
                                        + all.stream().filter(verdict::equals).count())
                                .collect(Collectors.joining(", ")));
            }
        }
    }

    private void aim() {
        for (Comparison comparison : comparisons) {
            for (Run run : comparison.runs()) {
                if (!comparison.meetsAim(run)) {
                    line(
                            "The aim is missed on %s at %d s: %s, and %s of %s.",
                            comparison.instance().name(),
                            comparison.mark(),
                            excess(comparison, run),
                            run.at(comparison.mark()),
                            run.solver());
                }
            }
        }
    }

    private static String excess(Comparison comparison, Run run) {
        long ours = comparison.ours().at(comparison.mark());
        return ours == Run.NONE ? "no plan" : String.format(Locale.ROOT, "%d (%+.2f %%)", ours, comparison.excess(run));
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
