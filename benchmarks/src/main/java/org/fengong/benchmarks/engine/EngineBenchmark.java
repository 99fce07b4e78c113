package org.fengong.benchmarks.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs the engine and the yardsticks on instances and tells how near to the best known values their plans and bounds come,
 * and to each other's. The program behind
 * {@code ./fengong bench engine}; its first argument is the folder for the results.
 */
final class EngineBenchmark {
    static final Duration CEILING = Duration.ofSeconds(30);
    static final String WARM_UP = "M-43";

    private final Request request;
    private final PrintStream out;
    private final List<Run> runs = new ArrayList<>();

    private EngineBenchmark(Request request, PrintStream out) {
        this.request = request;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        Request request;
        try {
            request = Request.parse(List.of(arguments).subList(1, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " Try ./fengong bench.");
            System.exit(2);
            return;
        }
        System.exit(new EngineBenchmark(request, System.out).run(Path.of(arguments[0])));
    }

    private int run(Path folder) throws IOException {
        var machine = Machine.here(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        printProgramme(machine);
        for (Solver solver : request.solvers()) {
            if (!(solver instanceof Yardstick)) {
                Run.of(solver, Instances.named(WARM_UP), request.seed(), CEILING);
            }
        }
        out.println(Table.HEAD);
        for (String name : request.instances()) {
            Instance instance = Instances.named(name);
            for (Solver solver : request.solvers()) {
                if (request.wants(solver, instance)) {
                    out.print(Table.begin(instance, solver));
                    out.flush();
                    Run run = solver instanceof Yardstick
                            ? Apart.of(solver, instance, request.seed(), CEILING)
                            : Run.of(solver, instance, request.seed(), CEILING);
                    out.println(Table.rest(run));
                    runs.add(run);
                }
            }
        }
        out.println(Table.FOOT);
        out.print(SideBySide.of(runs));
        write(folder.resolve(machine.begin().toString().replace(":", "")), machine);
        List<Run> faulty = runs.stream().filter(run -> run.fault() != null).toList();
        for (Run run : faulty) {
            System.err.println(run.solver() + " on " + run.instance().name() + ": " + run.fault());
        }
        return faulty.isEmpty() ? 0 : 1;
    }

    private void printProgramme(Machine machine) {
        List<String> names = request.solvers().stream().map(Solver::name).toList();
        long minutes = request.atMost(CEILING).plus(CEILING).plusSeconds(59).toMinutes();
        out.printf(
                Locale.ROOT,
                "Engine benchmark: %s on %s.%nSeed %d, %d s for each run, at most %d minutes in all.%n",
                String.join(", ", names),
                String.join(", ", request.instances()),
                request.seed(),
                CEILING.toSeconds(),
                minutes);
        for (Solver solver : request.solvers()) {
            if (request.chosen() && solver.mostTasks() < Integer.MAX_VALUE) {
                out.printf(
                        Locale.ROOT,
                        "%s is left out where there are more than %,d tasks; it runs on instances that are named, and with --full.%n",
                        solver.name(),
                        solver.mostTasks());
            }
        }
        out.printf(
                Locale.ROOT,
                "Java %s, %d MB of heap, %d processors.%n",
                machine.java(),
                machine.heapMegabytes(),
                machine.processors());
    }

    private void write(Path folder, Machine machine) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("engine.json"), Report.json(machine, runs));
        for (String name : request.instances()) {
            List<Run> ofInstance = runs.stream()
                    .filter(run -> run.instance().name().equals(name))
                    .toList();
            Files.writeString(folder.resolve(name + ".svg"), Picture.of(ofInstance));
        }
        out.println("Figures and curves are in " + folder + ": engine.json, and a picture of each instance.");
    }
}
