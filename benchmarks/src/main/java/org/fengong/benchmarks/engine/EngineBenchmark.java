package org.fengong.benchmarks.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs the engine on instances and tells how near to the best known values its plans and bounds come:
 * {@code EngineBenchmark <folder for the result> [seed] [instance…]}. Without instances it takes all of the list.
 */
final class EngineBenchmark {
    /** An instance and the time that the engine gets. */
    private record Case(String name, int seconds) {}

    private static final List<Case> CASES = List.of(
            new Case("c05100", 10),
            new Case("c10100", 10),
            new Case("c20100", 10),
            new Case("c20200", 10),
            new Case("c20400", 10),
            new Case("d20100", 10),
            new Case("d20200", 10),
            new Case("d20400", 10),
            new Case("e05100", 10),
            new Case("e10100", 10),
            new Case("e20100", 10),
            new Case("e20200", 10),
            new Case("e20400", 10),
            new Case("S-42", 5),
            new Case("S-43", 5),
            new Case("M-42", 5),
            new Case("M-43", 5),
            new Case("L-42", 30),
            new Case("L-43", 30),
            new Case("XL-42", 30),
            new Case("XL-43", 30));

    private EngineBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        List<String> wanted = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
        System.out.printf(
                Locale.ROOT,
                "%-8s %9s %7s | %9s %9s %6s %8s | %9s %8s %8s | %s%n",
                "instance",
                "greedy",
                "s",
                "plan",
                "bound",
                "s",
                "end",
                "best",
                "+% best",
                "+% bound",
                "steps");
        List<Run> runs = new ArrayList<>();
        for (Case one : CASES) {
            if (wanted.isEmpty() || wanted.contains(one.name)) {
                Run run = Run.of(read(one.name), seed, Duration.ofSeconds(one.seconds));
                System.out.println(row(run));
                runs.add(run);
            }
        }
        Path file = Path.of(arguments[0]).resolve("engine.json");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, json(runs));
        System.out.println("Written to " + file);
    }

    private static Instance read(String name) {
        return name.contains("-") ? Instances.domain(name) : Instances.gap(name);
    }

    private static String row(Run run) {
        return String.format(
                Locale.ROOT,
                "%-8s %9s %7.3f | %9s %9d %6.1f %8s | %9s %8s %8s | %,d",
                run.instance().name(),
                cost(run.greedy()),
                run.firstSeconds(),
                cost(run.cost()),
                run.bound(),
                run.seconds(),
                run.end(),
                run.instance().bestValue() > 0 ? run.instance().bestValue() : "",
                percent(Run.above(run.cost(), run.instance().bestValue())),
                percent(Run.above(run.cost(), run.bound())),
                run.steps());
    }

    private static String cost(long cost) {
        return cost == Run.BROKEN ? "none" : Long.toString(cost);
    }

    private static String percent(double percent) {
        return Double.isNaN(percent) ? "" : String.format(Locale.ROOT, "%.3f", percent);
    }

    private static String json(List<Run> runs) {
        List<String> rows = runs.stream()
                .map(run -> String.format(
                        Locale.ROOT,
                        "  {\"instance\": \"%s\", \"seed\": %d, \"firstSeconds\": %.4f, \"greedy\": %s, \"seconds\": %.3f,"
                                + " \"cost\": %s, \"bound\": %d, \"steps\": %d, \"end\": \"%s\","
                                + " \"bestKnownValue\": %s, \"bestKnownBound\": %s}",
                        run.instance().name(),
                        run.seed(),
                        run.firstSeconds(),
                        number(run.greedy()),
                        run.seconds(),
                        number(run.cost()),
                        run.bound(),
                        run.steps(),
                        run.end(),
                        number(run.instance().bestValue()),
                        number(run.instance().bestBound())))
                .toList();
        return "[\n" + String.join(",\n", rows) + "\n]\n";
    }

    private static String number(long value) {
        return value <= 0 ? "null" : Long.toString(value);
    }
}
