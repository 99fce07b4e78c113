package org.fengong.localstack;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.localstack.demo.Suite;
import org.fengong.localstack.files.DirectoryLock;
import org.fengong.localstack.files.OwnerFile;
import org.fengong.localstack.kafka.LocalKafka;
import org.fengong.localstack.port.LocalPort;
import org.fengong.localstack.postgres.LocalPostgres;
import org.fengong.localstack.process.ForeignProcess;
import org.fengong.localstack.security.IssuerKeys;
import org.fengong.localstack.security.Tokens;

/**
 * The whole suite: PostgreSQL, Kafka in this process, and the four services as children. What dies by itself is started
 * again. One stack owns a {@link StackDirectory} at a time.
 */
public final class Stack implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(10);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    // Often, though it is valid for long: a machine that wakes up after days asleep has a valid token a minute later.
    private static final Duration TOKEN_RENEWAL = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIFETIME = Duration.ofDays(1);
    private static final long WATCH_MILLIS = 250;
    private static final int LOG_LINES = 30;
    private static final String CANCELLED = "The start was cancelled.";

    private final StackDirectory directory;
    private final Ports ports;
    private final Function<Service, List<String>> programs;
    private final Console console;
    private final String databasePassword = randomPassword();
    private final ScheduledExecutorService supervisor = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "supervisor");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch stopped = new CountDownLatch(1);
    // Held by each step that starts or stops something, so that a stop waits for the step and ends what it started.
    private final ReentrantLock steps = new ReentrantLock();
    private final List<ServiceProcess> services = new ArrayList<>();
    private volatile boolean stopping;
    private DirectoryLock lock;
    private LocalPostgres postgres;
    private LocalKafka kafka;

    /** @param programs what the Java virtual machine runs for each service */
    public Stack(StackDirectory directory, Ports ports, Function<Service, List<String>> programs, Console console) {
        this.directory = directory;
        this.ports = ports;
        this.programs = programs;
        this.console = console;
    }

    /**
     * Returns when every service is ready.
     *
     * @param fresh deletes the data first
     * @throws StackException when the suite runs already, a port is in use, or something does not start
     */
    public void start(boolean fresh) {
        var begin = Instant.now();
        step(() -> claim(begin, fresh));
        step(this::startServers);
        step(this::startServices);
        awaitReady(begin);
        step(() -> {
            new RunningStack(ProcessHandle.current().pid(), begin, true, ports).tell(directory);
            services.forEach(ServiceProcess::supervise);
            supervisor.scheduleWithFixedDelay(
                    this::restartPostgresWhenItEnded, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    /** The running suite; only after {@link #start}. */
    public Suite suite() {
        return new LocalSuite(
                Addresses.of(ports),
                IssuerKeys.in(directory.keys()),
                new LocalClock(directory.clockOffset()),
                new Databases(ports, databasePassword));
    }

    /** The process that is the service now; another one after it has been started again. */
    public Optional<ProcessHandle> process(Service service) {
        return ServiceProcess.ofService(directory, service).findFirst();
    }

    /**
     * One more process of the service, on ports of its own; returns when it is ready. It ends with the stack, and is not
     * started again when it ends before. Only after {@link #start}.
     */
    public ProcessHandle startReplica(Service service) {
        var replica = child(service, service.fullName() + "-replica", LocalPort.free(), LocalPort.free());
        step(() -> {
            replica.start();
            services.add(replica);
        });
        var deadline = Instant.now().plus(START_PATIENCE);
        while (!replica.isReady()) {
            if (!replica.isAlive() || Instant.now().isAfter(deadline)) {
                throw failed(replica, "has no replica that is ready");
            }
            pause();
        }
        return replica.handle();
    }

    /** A connection to the service's database, as the service's own user; only after {@link #start}. */
    public Connection database(Service service) throws SQLException {
        return new Databases(ports, databasePassword).connect(service);
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Stops the services, then Kafka, then PostgreSQL; may be called at any time and from any thread. */
    @Override
    public void close() {
        stopping = true;
        steps.lock();
        try {
            if (stopped.getCount() == 0 || lock == null) {
                return;
            }
            console.line("Stopping …");
            supervisor.shutdownNow();
            services.forEach(ServiceProcess::stop);
            for (var service : services) {
                service.awaitStop(STOP_PATIENCE);
            }
            if (kafka != null) {
                kafka.close();
            }
            if (postgres != null) {
                postgres.close();
            }
            lock.close();
            console.line("Stopped.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
            steps.unlock();
        }
    }

    /** Ends the services and the PostgreSQL server that a killed launcher has left running on this directory. */
    static boolean endLeftBehind(StackDirectory directory) {
        var children = ServiceProcess.ofDirectory(directory).toList();
        children.forEach(ProcessHandle::destroy);
        ForeignProcess.awaitEnd(children, STOP_PATIENCE);
        return LocalPostgres.stopLeftBehind(directory.postgres()) || !children.isEmpty();
    }

    private void step(Runnable step) {
        steps.lock();
        try {
            if (stopping) {
                throw new StackException(CANCELLED);
            }
            step.run();
        } finally {
            steps.unlock();
        }
    }

    private void claim(Instant begin, boolean fresh) {
        lock = DirectoryLock.take(directory.run()).orElseThrow(this::alreadyRunning);
        new RunningStack(ProcessHandle.current().pid(), begin, false, ports).tell(directory);
        if (endLeftBehind(directory)) {
            console.line("Ended what a killed launcher had left running.");
        }
        ports.requireFree();
        if (fresh) {
            directory.deleteData();
        }
    }

    private StackException alreadyRunning() {
        return RunningStack.find(directory)
                .map(running -> new StackException(
                        "Fengong is already running (process %d). Look at it with ./fengong status, stop it with ./fengong down."
                                .formatted(running.pid())))
                .orElseGet(() -> new StackException("Fengong is being started or stopped. Try again in a moment."));
    }

    private void startServers() {
        var kafkaStart = CompletableFuture.runAsync(() -> {
            kafka = LocalKafka.start(directory.kafka(), ports.kafka());
            announce("Kafka", kafka.bootstrapServers());
        });
        try {
            postgres = LocalPostgres.start(directory.postgres(), ports.postgres(), databasePassword);
            announce("PostgreSQL", "127.0.0.1:" + postgres.port());
        } finally {
            kafkaStart.handle((done, failure) -> failure).join();
        }
        try {
            kafkaStart.join();
        } catch (CompletionException e) {
            throw new StackException(e.getCause().getMessage(), e.getCause());
        }
    }

    private void startServices() {
        renewReviewToken();
        supervisor.scheduleWithFixedDelay(
                this::renewReviewToken, TOKEN_RENEWAL.toSeconds(), TOKEN_RENEWAL.toSeconds(), TimeUnit.SECONDS);
        for (var service : Service.values()) {
            var child = child(service, service.fullName(), ports.of(service), ports.management(service));
            child.start();
            services.add(child);
        }
    }

    private ServiceProcess child(Service service, String name, int port, int managementPort) {
        return new ServiceProcess(
                service,
                name,
                programs.apply(service),
                environment(service, port, managementPort),
                managementPort,
                directory,
                supervisor,
                console);
    }

    private Map<String, String> environment(Service service, int port, int managementPort) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_PROFILE", "local");
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.shortName()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.shortName());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", databasePassword);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put(
                "QUARKUS_OIDC_PUBLIC_KEY", IssuerKeys.in(directory.keys()).publicKeyBase64());
        environment.put("FENGONG_CLOCK_OFFSET_FILE", directory.clockOffset().toString());
        if (service == Service.REVIEW) {
            environment.put("FENGONG_ALLOCATION_URL", "http://127.0.0.1:" + ports.of(Service.ALLOCATION));
            environment.put("FENGONG_TASKS_URL", "http://127.0.0.1:" + ports.of(Service.TASKS));
            environment.put(
                    "FENGONG_ALLOCATION_TOKEN_FILE", directory.reviewToken().toString());
        }
        return environment;
    }

    private void renewReviewToken() {
        var tokens = new Tokens(IssuerKeys.in(directory.keys()));
        OwnerFile.replace(
                directory.reviewToken(),
                tokens.to("review-service", "service").validFor(TOKEN_LIFETIME).sign());
    }

    private void awaitReady(Instant begin) {
        var waiting = new ArrayList<>(services);
        var nextNews = Instant.now().plus(NEWS_EVERY);
        while (!waiting.isEmpty()) {
            waiting.stream().filter(service -> !service.isAlive()).findFirst().ifPresent(dead -> {
                throw failed(dead, "ended with code %d while it started".formatted(dead.exitCode()));
            });
            waiting.removeIf(service -> {
                var ready = service.isReady();
                if (ready) {
                    announce(service.service().fullName(), "http://127.0.0.1:" + ports.of(service.service()));
                }
                return ready;
            });
            var now = Instant.now();
            if (now.isAfter(begin.plus(START_PATIENCE)) && !waiting.isEmpty()) {
                throw failed(waiting.get(0), "is not ready after %d minutes".formatted(START_PATIENCE.toMinutes()));
            }
            if (now.isAfter(nextNews) && !waiting.isEmpty()) {
                nextNews = now.plus(NEWS_EVERY);
                console.line(console.dim("  still starting after %d s: %s"
                        .formatted(
                                Duration.between(begin, now).toSeconds(),
                                waiting.stream()
                                        .map(service -> service.service().fullName())
                                        .collect(Collectors.joining(", ")))));
            }
            pause();
        }
    }

    private StackException failed(ServiceProcess service, String what) {
        return new StackException("%s %s. The end of %s:%n%n%s"
                .formatted(
                        service.service().fullName(),
                        what,
                        service.log(),
                        String.join("\n", service.lastLogLines(LOG_LINES))));
    }

    private void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("The start was interrupted.");
        }
        if (stopping) {
            throw new StackException(CANCELLED);
        }
    }

    private void restartPostgresWhenItEnded() {
        steps.lock();
        try {
            if (stopping || postgres.isRunning()) {
                return;
            }
            console.line("PostgreSQL ended and is started again; its log is "
                    + directory.postgres().resolve("server.log"));
            postgres.close();
            postgres = LocalPostgres.start(directory.postgres(), ports.postgres(), databasePassword);
            console.line("PostgreSQL is ready again");
        } catch (RuntimeException e) {
            console.line("PostgreSQL cannot be started: " + e.getMessage());
        } finally {
            steps.unlock();
        }
    }

    private void announce(String what, String address) {
        console.line("  %-20s%s   %s".formatted(what, console.good("ready"), address));
    }

    static String randomPassword() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
