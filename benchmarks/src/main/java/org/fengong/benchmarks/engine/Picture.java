package org.fengong.benchmarks.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Value and bound of the runs on one instance over time, as SVG that reads well on light and on dark ground. */
final class Picture {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 80;
    private static final int RIGHT = 150;
    private static final int TOP = 50;
    private static final int BOTTOM = 50;
    private static final double FIRST_SECOND = 0.01;
    private static final int LABEL_HEIGHT = 15;

    private static final String STYLE = """
            <style>
            svg { --ground: #ffffff; --ink: #1f2430; --faint: #d5d9e0;
                  --c0: #1d5fd0; --c1: #b3541e; --c2: #1a7f4b; --c3: #8a3fb0; }
            @media (prefers-color-scheme: dark) {
              svg { --ground: #14171d; --ink: #e4e7ec; --faint: #3a404b;
                    --c0: #7fb0ff; --c1: #f0a067; --c2: #66cf99; --c3: #cf9bee; }
            }
            text { font: 12px system-ui, sans-serif; fill: var(--ink); }
            .title { font-size: 15px; font-weight: 600; }
            .grid { stroke: var(--faint); }
            .line { fill: none; stroke-width: 2; }
            .bound { stroke-dasharray: 5 4; }
            </style>
            """;

    private final List<Run> runs;
    private final double lastSecond;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();

    private record Label(String name, long value, int colour) {}

    private Picture(List<Run> runs) {
        this.runs = runs;
        lastSecond = Math.max(1, runs.stream().mapToDouble(Run::seconds).max().orElse(1));
        double least = values().min().orElse(0);
        double bound = runs.stream().mapToLong(Run::bestBound).max().orElse(0);
        double most = values().max().orElse(1);
        double from = bound > 0 ? Math.min(bound, least) : least;
        // A first plan that is far too dear would press all that follows to the ground.
        high = Math.max(from + 1, Math.min(most, 1.6 * from));
        low = from - 0.08 * (high - from);
    }

    private LongStream values() {
        return runs.stream().flatMap(run -> run.curve().stream()).mapToLong(Curve.Point::value);
    }

    /** @param runs at least one, all on the same instance */
    static String of(List<Run> runs) {
        return new Picture(runs).draw();
    }

    private String draw() {
        Instance instance = runs.get(0).instance();
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        String title = String.format(
                Locale.ROOT,
                "%s: %,d tasks, %,d members, %d weeks",
                instance.name(),
                instance.tasks().size(),
                instance.members().size(),
                instance.weeks());
        add("<title>%s: value and bound over time</title>", instance.name());
        svg.append(STYLE);
        add("<rect width=\"%d\" height=\"%d\" style=\"fill: var(--ground)\"/>", WIDTH, HEIGHT);
        add("<text class=\"title\" x=\"%d\" y=\"22\">%s</text>", LEFT, title);
        add("<text x=\"%d\" y=\"40\">value of the plan (line) and proven bound (dashes); lower is better</text>", LEFT);
        axes();
        add(
                "<clipPath id=\"area\"><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/></clipPath>",
                LEFT, TOP - 2, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM + 4);
        for (int i = 0; i < runs.size(); i++) {
            lines(runs.get(i), i % 4);
        }
        labels();
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (double second = FIRST_SECOND; second <= lastSecond * 1.0001; second *= 10) {
            add(
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>",
                    x(second), TOP, x(second), bottom());
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s s</text>",
                    x(second), bottom() + 18, second < 0.1 ? "0.01" : second < 1 ? "0.1" : Math.round(second));
        }
        add("<text x=\"%d\" y=\"%d\">seconds of processor per thread</text>", LEFT, HEIGHT - 10);
        double step = step();
        for (double value = Math.ceil(low / step) * step; value <= high; value += step) {
            add(
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>",
                    LEFT, y(value), right(), y(value));
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,d</text>", LEFT - 8, y(value) + 4, Math.round(value));
        }
    }

    /** Between grid lines: a whole 1, 2 or 5 times a power of ten. */
    private double step() {
        double rough = Math.max(1, (high - low) / 5);
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return rough <= power ? power : rough <= 2 * power ? 2 * power : rough <= 5 * power ? 5 * power : 10 * power;
    }

    private void lines(Run run, int colour) {
        var value = new StringBuilder();
        var bound = new StringBuilder();
        for (Curve.Point point : run.curve()) {
            stairs(value, point.seconds(), y(point.value()));
            if (point.bound() != Solver.NO_BOUND) {
                stairs(bound, point.seconds(), y(point.bound()));
            }
        }
        line(value, colour, "line");
        line(bound, colour, "line bound");
    }

    /** Each point holds until the next one. */
    private void stairs(StringBuilder path, double seconds, double y) {
        path.append(String.format(Locale.ROOT, path.length() == 0 ? "M%.1f %.1f" : "H%.1fV%.1f", x(seconds), y));
    }

    private void line(StringBuilder path, int colour, String kind) {
        if (path.length() > 0) {
            add(
                    "<path class=\"%s\" clip-path=\"url(#area)\" style=\"stroke: var(--c%d)\" d=\"%sH%d\"/>",
                    kind, colour, path, right());
        }
    }

    /** Where lines end: the values, dearest first, then the bounds, pushed apart where they would cover each other. */
    private void labels() {
        List<Label> labels = Stream.concat(
                        labels(run -> run.value() == Run.NONE ? 0 : run.value(), Run::solver),
                        labels(Run::bound, run -> "bound"))
                .toList();
        int[] y = new int[labels.size()];
        for (int i = 0; i < y.length; i++) {
            int own = (int) Math.max(TOP, Math.min(bottom(), y(labels.get(i).value))) + 4;
            y[i] = i == 0 ? own : Math.max(own, y[i - 1] + LABEL_HEIGHT);
        }
        for (int i = y.length - 1, most = HEIGHT - LABEL_HEIGHT; i >= 0; i--, most = y[i + 1] - LABEL_HEIGHT) {
            y[i] = Math.min(y[i], most);
            add(
                    "<text x=\"%d\" y=\"%d\" style=\"fill: var(--c%d)\">%s %d</text>",
                    right() + 8, y[i], labels.get(i).colour, labels.get(i).name, labels.get(i).value);
        }
    }

    private Stream<Label> labels(ToLongFunction<Run> value, Function<Run, String> name) {
        return runs.stream()
                .filter(run -> value.applyAsLong(run) > 0)
                .sorted(Comparator.comparingLong(value).reversed())
                .map(run -> new Label(name.apply(run), value.applyAsLong(run), runs.indexOf(run) % 4));
    }

    private double x(double seconds) {
        double part = Math.log(Math.max(FIRST_SECOND, seconds) / FIRST_SECOND) / Math.log(lastSecond / FIRST_SECOND);
        return LEFT + part * (right() - LEFT);
    }

    private double y(double value) {
        return bottom() - (value - low) / (high - low) * (bottom() - TOP);
    }

    private static int right() {
        return WIDTH - RIGHT;
    }

    private static int bottom() {
        return HEIGHT - BOTTOM;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
