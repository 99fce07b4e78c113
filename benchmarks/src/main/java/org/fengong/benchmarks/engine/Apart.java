package org.fengong.benchmarks.engine;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run in a JVM of its own, started with this one's options and warmed up: when it takes more memory than there is, or
 * falls over, that is a row of the table and not the end of it.
 */
final class Apart {
    /** Enough for a JVM to start and to warm up. */
    static final Duration PREPARATION = Duration.ofSeconds(5);

    private static final Duration WARM_UP = Duration.ofSeconds(3);

    /** A JVM that is still there so long after its ceiling has hung. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Order(Solver solver, Instance instance, long seed, Duration ceiling) implements Serializable {}

    private Apart() {}

    static Run of(Solver solver, Instance instance, long seed, Duration ceiling) {
        long begin = System.nanoTime();
        try {
            Path result = Files.createTempFile("fengong-bench", ".run");
            Path errors = Files.createTempFile("fengong-bench", ".err");
            try {
                String end = end(new Order(solver, instance, seed, ceiling), result, errors);
                return end == null
                        ? read(result)
                        : Run.failed(solver, instance, seed, (System.nanoTime() - begin) / 1e9, end);
            } finally {
                Files.delete(result);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null when there is a result, else why there is none */
    private static String end(Order order, Path result, Path errors) throws IOException {
        Process process = new ProcessBuilder(command(result))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        try {
            try (var out = new ObjectOutputStream(process.getOutputStream())) {
                out.writeObject(order);
            } catch (IOException e) {
                // It is gone before it has read its order: its exit code and its last words tell more.
            }
            Duration most = order.ceiling.plus(PREPARATION).plus(PATIENCE);
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
                return "hung";
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue() == 0 ? null : "exit " + process.exitValue() + lastWords(errors);
    }

    private static List<String> command(Path result) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Apart.class.getName(), result.toString()));
        return command;
    }

    private static String lastWords(Path errors) throws IOException {
        return Files.readString(errors)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\t"))
                .reduce((one, next) -> next)
                .map(line -> ": " + line.strip())
                .orElse("");
    }

    private static Run read(Path result) throws IOException {
        try (var in = new ObjectInputStream(Files.newInputStream(result))) {
            return (Run) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The other JVM: reads its order from standard input and writes the run to the file that its argument names. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        Order order;
        try (var in = new ObjectInputStream(System.in)) {
            order = (Order) in.readObject();
        }
        Run.of(order.solver, Instances.named(EngineBenchmark.WARM_UP), order.seed, WARM_UP);
        Run run = Run.of(order.solver, order.instance, order.seed, order.ceiling);
        try (var out = new ObjectOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            out.writeObject(run);
        }
    }
}
