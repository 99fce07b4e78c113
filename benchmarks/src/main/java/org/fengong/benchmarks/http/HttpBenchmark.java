package org.fengong.benchmarks.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import org.fengong.localstack.Console;
import org.fengong.localstack.Ports;
import org.fengong.localstack.Service;
import org.fengong.localstack.Stack;
import org.fengong.localstack.StackDirectory;

/**
 * Calls a suite of its own, lets pgbench run the statements that the calls have run, and psql copy the rows that an import
 * has written, and compares the processor's time of both. The program behind {@code ./fengong bench http}; its arguments are the repository, the folder for the results, and
 * what {@link Request} reads.
 */
final class HttpBenchmark {
    private static final int WARM_UP_SLICE_SECONDS = 5;
    private static final int WARM_UP_SLICES = 36;
    private static final int TRIES = 5;
    private static final String ROW = "%-8s %10s | %9s %9s %9s | %9s %9s %9s | %6s %5s%n";

    private final Request request;
    private final Path root;
    private final Path folder;

    private HttpBenchmark(Request request, Path root, Path folder) {
        this.request = request;
        this.root = root;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        Request request;
        try {
            request = Request.parse(List.of(arguments).subList(2, arguments.length));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " Try ./fengong bench.");
            System.exit(2);
            return;
        }
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Path folder =
                Path.of(arguments[1]).resolve(begin.toString().replace(":", "")).toAbsolutePath();
        try {
            PgBench.require();
            new HttpBenchmark(request, Path.of(arguments[0]), folder).run();
            System.exit(0);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException | SQLException | ExecutionException | RuntimeException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        Path directory = folder.resolve("suite");
        Files.createDirectories(directory);
        Stack stack =
                new Stack(new StackDirectory(directory), Ports.free(), this::program, new Console(System.out, false));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        stack.start(true);
        ProcessHandle service = stack.process(Service.TASKS).orElseThrow();
        Database database = new Database(stack, directory);
        Scene scene = new Scene(client(), stack.suite());
        stack.suite().awaitEvents();
        // The others would take processors for the events that the calls cause.
        List<ProcessHandle> others = Stream.of(Service.MEMBERS, Service.ALLOCATION, Service.REVIEW)
                .map(other -> stack.process(other).orElseThrow())
                .toList();
        List<Comparison> comparisons = new ArrayList<>();
        try {
            for (ProcessHandle other : others) {
                Signal.STOP.send(other);
            }
            System.out.printf(
                    Locale.ROOT,
                    "HTTP benchmark: %d connections, %d rounds of %d s each; Java %s, %d processors.%n",
                    request.connections(),
                    request.rounds(),
                    request.seconds(),
                    System.getProperty("java.version"),
                    Runtime.getRuntime().availableProcessors());
            System.out.printf(ROW, "", "", "HTTP", "service", "database", "pgbench", "itself", "database", "", "");
            System.out.printf(
                    ROW,
                    "call",
                    "statements",
                    "calls/s",
                    "ms each",
                    "ms each",
                    "calls/s",
                    "ms each",
                    "ms each",
                    "ratio",
                    "aim");
            for (String call : Request.CALLS) {
                if (request.calls().contains(call)) {
                    for (Comparison comparison : compare(call, scene, database, service)) {
                        print(comparison);
                        comparisons.add(comparison);
                    }
                }
            }
        } finally {
            for (ProcessHandle other : others) {
                Signal.CONT.send(other);
            }
        }
        Path file = folder.resolve("http.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), Map.of("calls", comparisons));
        System.out.println("""
                ms: milliseconds of processor; ratio: those of pgbench and its database ÷ those of the service and its database.
                import: rows, against psql that copies what an import writes; - tasks: the tasks alone.
                Figures and scripts are in %s.""".formatted(folder));
    }

    private List<Comparison> compare(String call, Scene scene, Database database, ProcessHandle service)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        return switch (call) {
            case "create" -> List.of(compare(call, 0.8, scene::createTask, scene, database, service));
            case "get" -> List.of(compare(call, 0.35, scene::getTask, scene, database, service));
            case "list" -> List.of(compare(call, 0.35, scene::listTasks, scene, database, service));
            default -> new TaskImport(scene, database, service, folder).compare(request.rows(), request.rounds(), 0.4);
        };
    }

    private Comparison compare(
            String name, double aim, Supplier<HttpRequest> call, Scene scene, Database database, ProcessHandle service)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Load load = new Load(scene, database, service, request.connections());
        WarmUp.of(service, WARM_UP_SLICES, () -> load.run(call, WARM_UP_SLICE_SECONDS));
        Script script = script(call, scene, database);
        PgBench pgbench = new PgBench(database, request.connections());
        Measurement http = Measurement.NONE;
        Measurement statements = Measurement.NONE;
        for (int round = 0; round < request.rounds(); round++) {
            http = http.plus(load.run(call, request.seconds()));
            // The relay would send what pgbench puts into the outbox.
            Signal.STOP.send(service);
            try {
                statements = statements.plus(pgbench.run(script, request.seconds(), folder.resolve(name + ".sql")));
            } finally {
                Signal.CONT.send(service);
            }
        }
        return new Comparison(name, script.statements(), aim, http, statements);
    }

    /** Recorded twice; a third time where something else has run meanwhile, such as the cleaning of old keys. */
    private static Script script(Supplier<HttpRequest> call, Scene scene, Database database)
            throws IOException, SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Script.of(
                        database.record(() -> scene.send(call.get())),
                        database.record(() -> scene.send(call.get())),
                        Scene.KEY);
            } catch (IllegalArgumentException e) {
                if (attempt == TRIES) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
            }
        }
    }

    private static void print(Comparison comparison) {
        Measurement http = comparison.http();
        Measurement pgbench = comparison.pgbench();
        System.out.printf(
                ROW,
                comparison.call(),
                comparison.statements(),
                number(http.perSecond()),
                number(http.clientMillis()),
                number(http.serverMillis()),
                number(pgbench.perSecond()),
                number(pgbench.clientMillis()),
                number(pgbench.serverMillis()),
                number(comparison.ratio()),
                comparison.aim() == 0 ? "" : comparison.aim());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.0f", value);
    }

    /** By HTTP/2 it would send all requests over one connection. */
    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** The launcher takes the quick compiler for a quick start; what is measured here runs for longer. */
    private List<String> program(Service service) {
        return List.of(
                "-XX:TieredStopAtLevel=4",
                "-jar",
                root.resolve(service.fullName())
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString());
    }
}
