package org.fengong.localstack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.fengong.localstack.files.DirectoryLock;
import org.fengong.localstack.port.LocalPort;
import org.fengong.localstack.process.ForeignProcess;

/** One PostgreSQL server as a child process. */
public final class LocalPostgres implements AutoCloseable {
    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;
    private final String password;
    private final ProcessHandle process;
    private final Runnable afterwards;
    private final AtomicBoolean closed = new AtomicBoolean();

    private LocalPostgres(EmbeddedPostgres server, String password, ProcessHandle process, Runnable afterwards) {
        this.server = server;
        this.password = password;
        this.process = process;
        this.afterwards = afterwards;
    }

    /**
     * A durable server: what it has acknowledged survives a crash. A server that a killed process left behind on this
     * directory is stopped first.
     *
     * @param directory of this server alone, kept between starts: data, the server's programs, {@code server.log}
     * @param port 0 takes a free one
     * @param password of the services' users
     * @throws IllegalStateException when another live process owns the directory, when the port is in use, or when the
     *     server does not confirm that its writes are durable
     */
    public static LocalPostgres start(Path directory, int port, String password) {
        var lock = DirectoryLock.take(directory)
                .orElseThrow(() -> new IllegalStateException("Another process runs the server of " + directory + "."));
        var home = new ServerHome(directory);
        Runnable release = () -> {
            home.stopLeftBehind();
            lock.close();
        };
        try {
            home.stopLeftBehind();
            home.discardUnfinished();
            var postgres = launch(home.serverBuilder(), home.data(), port, "on", password, release);
            home.markFinished();
            return postgres;
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    /** A server on a free port with an empty data directory that does not wait for the disk. */
    public static LocalPostgres startForTests() {
        try {
            var data = Files.createTempDirectory("fengong-postgres");
            return launch(EmbeddedPostgres.builder(), data, 0, "off", "test", () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops what a killed process left running on the directory of {@link #start}.
     *
     * @return true when there was something to stop
     */
    public static boolean stopLeftBehind(Path directory) {
        return new ServerHome(directory).stopLeftBehind();
    }

    /** The process of the server that runs on the directory of {@link #start}, whoever started it. */
    public static Optional<ProcessHandle> find(Path directory) {
        return new ServerHome(directory).runningPostmaster();
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    public String password() {
        return password;
    }

    public int port() {
        return server.getPort();
    }

    /** False after {@link #close}, and when the server has ended otherwise. */
    public boolean isRunning() {
        return ForeignProcess.isRunning(process);
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            afterwards.run();
        }
    }

    private static LocalPostgres launch(
            EmbeddedPostgres.Builder builder,
            Path data,
            int port,
            String durability,
            String password,
            Runnable afterwards) {
        if (port != 0 && !LocalPort.isFree(port)) {
            throw new IllegalStateException("Port %d is in use; PostgreSQL cannot have it.".formatted(port));
        }
        DURABILITY.forEach(setting -> builder.setServerConfig(setting, durability));
        try {
            var server = builder.setDataDirectory(data)
                    .setPort(port == 0 ? LocalPort.free() : port)
                    .setServerConfig("max_connections", "200")
                    // no socket, hence no socket lock file that a killed server leaves behind
                    .setServerConfig("unix_socket_directories", "")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection()) {
                requireServerOf(data, connection);
                requireDurability(durability, connection);
                ServiceDatabases.create(password, connection);
                var process = ServerHome.postmaster(data).orElseThrow();
                return new LocalPostgres(server, password, process, afterwards);
            } catch (RuntimeException | SQLException e) {
                server.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start in " + data + ": " + e.getMessage(), e);
        }
    }

    /** Whoever took the port first answers on it: it must be the server that was just started. */
    private static void requireServerOf(Path data, Connection connection) throws SQLException, IOException {
        var actual = setting("data_directory", connection);
        if (!Path.of(actual).toRealPath().equals(data.toRealPath())) {
            throw new IllegalStateException("The port is answered by the PostgreSQL server of " + actual + ".");
        }
    }

    private static void requireDurability(String durability, Connection connection) throws SQLException {
        for (var name : DURABILITY) {
            var actual = setting(name, connection);
            if (!actual.equals(durability)) {
                throw new IllegalStateException(
                        "PostgreSQL runs with %s = %s, not %s; acknowledged writes could be lost."
                                .formatted(name, actual, durability));
            }
        }
    }

    private static String setting(String name, Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select current_setting(?)")) {
            select.setString(1, name);
            try (var result = select.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
