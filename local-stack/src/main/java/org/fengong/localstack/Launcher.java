package org.fengong.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.fengong.localstack.demo.Demo;
import org.fengong.localstack.demo.csv.FaultyFilesException;
import org.fengong.localstack.demo.csv.Folder;
import org.fengong.localstack.process.ForeignProcess;

/** The program behind {@code ./fengong}. */
public final class Launcher {
    private static final Logger LOG = Logger.getLogger(Launcher.class.getName());

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private static final String USAGE = """
            Fengong divides the work of a marketing team. This command runs the whole suite on your machine.

              ./fengong demo [--exit] [--from DIR]
                                                  start it, let a team divide eight weeks of work, and stay until Ctrl-C
                                                  (--exit: stop after printing); --from reads the team from your own CSV
                                                  files
              ./fengong up [--fresh] [--detach]   start it; it stays until Ctrl-C, or in the background with --detach
              ./fengong down                      stop it
              ./fengong status                    what runs, and where
              ./fengong token --role ROLE [--member KEY] [--team KEY]
                                                  print a bearer token; ROLE is admin, lead, member, viewer or service
              ./fengong open board|report --team KEY [--review ID] [--role ROLE] [--member KEY]
                                                  print an address that shows the page in a browser, good for one minute
                                                  and one use; without --review the newest one
              ./fengong compose-env [--auth]      make what docker-compose.yml needs: passwords, keys and a token in
                                                  .fengong/secrets, the rest in .env (--auth: for its profile auth)
              ./fengong check [--no-browser]      prove the contracts, on paper and against a suite of its own, and the
                                                  pages in a browser; needs Node.js 20.19 or newer, and Chromium
              ./fengong bench engine|http         measure the planning engine, or what calls cost; ./fengong bench tells their
                                                  options

            Options of up and demo:
              --fresh              delete the data of earlier runs first
              --port-offset N      move all ports by N (FENGONG_PORT_OFFSET)
              --NAME-port N        move one port (FENGONG_NAME_PORT); NAME is members, tasks, allocation, review, each of
                                   them with -management, postgres or kafka

            Data, keys and logs are in .fengong/ (FENGONG_DATA) and are kept between runs.
            """;

    private final StackDirectory directory;
    private final Path root;
    private final Console console;

    private Launcher(Path root, Path data, Console console) {
        this.root = root;
        this.directory = new StackDirectory(data);
        this.console = console;
    }

    public static void main(String[] words) {
        var root = Path.of(System.getProperty("fengong.root", "."))
                .toAbsolutePath()
                .normalize();
        var data = Path.of(
                System.getProperty("fengong.data", root.resolve(".fengong").toString()));
        System.exit(new Launcher(root, data, new Console(System.out, Boolean.getBoolean("fengong.colour"))).run(words));
    }

    private int run(String... words) {
        LogManager.getLogManager().reset();
        var command = words.length == 0 ? "help" : words[0];
        var options = Arrays.asList(words).subList(Math.min(1, words.length), words.length);
        try {
            return switch (command) {
                case "demo" -> demo(options);
                case "up" -> up(options);
                case "down" -> down(options);
                case "status" -> status(options);
                case "token" -> token(options);
                case "open" -> open(options);
                case "compose-env" -> composeEnv(options);
                case "help", "--help", "-h" -> help();
                default -> throw new UsageException("Unknown command " + command + ".");
            };
        } catch (UsageException e) {
            return failed(e.getMessage() + " Try ./fengong help.", 2);
        } catch (StackException | FaultyFilesException e) {
            return failed(e.getMessage(), 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("Interrupted.", 1);
        } catch (RuntimeException | IOException e) {
            LOG.log(Level.SEVERE, "The command " + command + " failed", e);
            return failed(e.getMessage() == null ? e.toString() : e.getMessage(), 1);
        }
    }

    private int up(List<String> options) throws InterruptedException, IOException {
        var arguments = Arguments.parse(options, Set.of("fresh", "detach"), Ports.optionNames());
        var ports = Ports.chosen(arguments::value, System.getenv());
        if (arguments.has("detach")) {
            return new BackgroundLauncher(directory, console).start(options);
        }
        var stack = started(ports, arguments.has("fresh"));
        new Status(directory, console).printReady(ports);
        stack.awaitStop();
        return 0;
    }

    private int demo(List<String> options) throws InterruptedException, IOException {
        var arguments = Arguments.parse(
                options,
                Set.of("exit", "fresh"),
                Stream.concat(Stream.of("from"), Ports.optionNames().stream()).toList());
        var ports = Ports.chosen(arguments::value, System.getenv());
        var folder = arguments.value("from") == null ? Folder.sample() : Folder.of(Path.of(arguments.value("from")));
        Demo.check(folder, LocalDate.now(ZoneOffset.UTC));
        var stack = started(ports, arguments.has("fresh"));
        console.blank();
        new Demo(stack.suite(), console).run(folder);
        if (arguments.has("exit")) {
            console.blank();
            console.line("To look around in what is there now: ./fengong up");
        } else {
            new Status(directory, console).printReady(ports);
            stack.awaitStop();
        }
        return 0;
    }

    private Stack started(Ports ports, boolean fresh) throws IOException {
        logToFile();
        requireBuiltServices();
        var stack = new Stack(directory, ports, this::program, console);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        console.line(console.bold("Starting Fengong …"));
        stack.start(fresh);
        return stack;
    }

    private int down(List<String> options) {
        none(options);
        var running = RunningStack.find(directory).flatMap(stack -> ProcessHandle.of(stack.pid()));
        if (running.isPresent()) {
            console.line("Stopping …");
            running.get().destroy();
            ForeignProcess.awaitEnd(List.of(running.get()), STOP_PATIENCE);
            Stack.endLeftBehind(directory);
            console.line("Stopped.");
        } else {
            console.line(
                    Stack.endLeftBehind(directory)
                            ? "Ended what a killed launcher had left running."
                            : "Fengong is not running.");
        }
        return 0;
    }

    private int status(List<String> options) {
        none(options);
        return new Status(directory, console).print() ? 0 : 1;
    }

    private int token(List<String> options) {
        var arguments = Arguments.parse(options, Set.of(), List.of("role", "member", "team"));
        console.line(new TokenRequest(arguments.value("role"), arguments.value("member"), arguments.value("team"))
                .answer(directory, Ports.chosen(name -> null, System.getenv())));
        return 0;
    }

    private int open(List<String> options) {
        if (options.isEmpty() || options.get(0).startsWith("-")) {
            throw new UsageException("./fengong open needs the name of a page: board or report.");
        }
        var arguments = Arguments.parse(
                options.subList(1, options.size()), Set.of(), List.of("team", "review", "role", "member"));
        var request = PageRequest.of(
                options.get(0),
                arguments.value("team"),
                arguments.value("review"),
                arguments.value("role"),
                arguments.value("member"));
        console.line(request.answer(directory, Ports.chosen(name -> null, System.getenv())));
        return 0;
    }

    private int composeEnv(List<String> options) {
        var arguments = Arguments.parse(options, Set.of("auth"), Set.of());
        new ComposeEnvironment(root, directory).write(arguments.has("auth"));
        console.line("Wrote .env and .fengong/secrets. Next: mvn -DskipTests package && docker compose"
                + (arguments.has("auth") ? " --profile auth" : "") + " up --build --wait");
        return 0;
    }

    private int help() {
        console.line(USAGE.stripTrailing());
        return 0;
    }

    private static void none(List<String> options) {
        Arguments.parse(options, Set.of(), Set.of());
    }

    private static int failed(String message, int code) {
        System.err.println(message);
        return code;
    }

    private List<String> program(Service service) {
        return List.of("-jar", jar(service).toString());
    }

    private Path jar(Service service) {
        return root.resolve(service.fullName()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private void requireBuiltServices() {
        for (var service : Service.values()) {
            if (!Files.exists(jar(service))) {
                throw new StackException(service.fullName() + " is not built: there is no " + jar(service) + ".");
            }
        }
    }

    private void logToFile() throws IOException {
        var file = directory.log("launcher");
        Files.createDirectories(file.getParent());
        var handler = new FileHandler(file.toString().replace("%", "%%"), 10_000_000, 1, true);
        handler.setFormatter(new SimpleFormatter());
        var all = Logger.getLogger("");
        all.addHandler(handler);
        all.setLevel(Level.WARNING);
    }
}
