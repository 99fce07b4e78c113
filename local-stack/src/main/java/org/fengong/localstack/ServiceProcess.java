package org.fengong.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One service as a child process. Once supervised, it is started again when it ends without having been asked to. */
final class ServiceProcess {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private static final long SHORTEST_PAUSE_MILLIS = 500;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;
    private static final long STABLE_MILLIS = 30_000;

    private final Service service;
    private final ProcessBuilder builder;
    private final URI readiness;
    private final Path log;
    private final ScheduledExecutorService supervisor;
    private final Console console;
    private Process process;
    private long startedAtNanos;
    private long pauseMillis = SHORTEST_PAUSE_MILLIS;
    private boolean supervised;
    private boolean stopping;

    /**
     * @param name of its log; the service's full name, unless it is a replica
     * @param program what the Java virtual machine is to run: {@code -jar} with a path, or a class path and a class
     */
    ServiceProcess(
            Service service,
            String name,
            List<String> program,
            Map<String, String> environment,
            int managementPort,
            StackDirectory directory,
            ScheduledExecutorService supervisor,
            Console console) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                ownerMark(directory),
                serviceMark(name),
                "-Xmx" + service.heapMegabytes() + "m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(program);
        this.service = service;
        this.log = directory.log(name);
        this.builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        this.builder.environment().putAll(environment);
        this.readiness = readiness(managementPort);
        this.supervisor = supervisor;
        this.console = console;
    }

    /** The processes of this directory's services, also those of a launcher that is gone. */
    static Stream<ProcessHandle> ofDirectory(StackDirectory directory) {
        return marked(ProcessHandle.allProcesses(), ownerMark(directory));
    }

    static Stream<ProcessHandle> ofService(StackDirectory directory, Service service) {
        return marked(ofDirectory(directory), serviceMark(service.fullName()));
    }

    static boolean isReady(int managementPort) {
        return isReady(readiness(managementPort));
    }

    Service service() {
        return service;
    }

    /** Starts it with a new log; the log of the run before is kept beside it. */
    void start() {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, Path.of(log + ".previous"), StandardCopyOption.REPLACE_EXISTING);
            }
            launch();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + service.fullName(), e);
        }
    }

    boolean isReady() {
        return isReady(readiness);
    }

    synchronized boolean isAlive() {
        return process.isAlive();
    }

    synchronized int exitCode() {
        return process.exitValue();
    }

    synchronized ProcessHandle handle() {
        return process.toHandle();
    }

    synchronized void supervise() {
        supervised = true;
        if (!process.isAlive()) {
            ended();
        }
    }

    synchronized void stop() {
        stopping = true;
        if (process != null) {
            process.destroy();
        }
    }

    /** After {@link #stop}: kills it when it takes too long. */
    void awaitStop(Duration patience) throws InterruptedException {
        if (process != null && !process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    List<String> lastLogLines(int count) {
        try (var lines = Files.lines(log)) {
            var all = lines.toList();
            return all.subList(Math.max(0, all.size() - count), all.size());
        } catch (IOException | UncheckedIOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }

    Path log() {
        return log;
    }

    private synchronized void launch() throws IOException {
        process = builder.start();
        startedAtNanos = System.nanoTime();
        process.onExit().thenRunAsync(this::ended, supervisor);
    }

    private synchronized void ended() {
        if (stopping || !supervised || process.isAlive()) {
            return;
        }
        var livedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAtNanos);
        pauseMillis =
                livedMillis > STABLE_MILLIS ? SHORTEST_PAUSE_MILLIS : Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
        supervisor.schedule(this::startAgain, pauseMillis, TimeUnit.MILLISECONDS);
    }

    private synchronized void startAgain() {
        if (stopping || process.isAlive()) {
            return;
        }
        console.line("%s ended with code %d and is started again; its log is %s"
                .formatted(service.fullName(), process.exitValue(), log));
        try {
            launch();
            supervisor.schedule(this::announceWhenReady, 500, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            console.line("%s cannot be started: %s".formatted(service.fullName(), e.getMessage()));
            supervisor.schedule(this::startAgain, LONGEST_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void announceWhenReady() {
        if (isReady()) {
            console.line(service.fullName() + " is ready again");
        } else if (isAlive()) {
            supervisor.schedule(this::announceWhenReady, 500, TimeUnit.MILLISECONDS);
        }
    }

    private static URI readiness(int managementPort) {
        return URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready");
    }

    private static boolean isReady(URI readiness) {
        try {
            var request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Stands on the command line of each child: proof of whose it is, which a process id in a file is not. */
    private static String ownerMark(StackDirectory directory) {
        return "-Dlocal-stack.directory=" + directory.path();
    }

    private static String serviceMark(String name) {
        return "-Dlocal-stack.service=" + name;
    }

    private static Stream<ProcessHandle> marked(Stream<ProcessHandle> processes, String mark) {
        return processes.filter(process ->
                List.of(process.info().arguments().orElse(new String[0])).contains(mark));
    }
}
