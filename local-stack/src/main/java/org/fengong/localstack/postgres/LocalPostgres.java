package org.fengong.localstack.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One PostgreSQL server as a child process. */
public final class LocalPostgres implements AutoCloseable {
    /** One database and one user of the same name per service. */
    public static final List<String> DATABASES = List.of("members", "tasks", "allocation", "review");

    private static final List<String> DURABILITY = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres server;
    private final String password;

    private LocalPostgres(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * A durable server: what it has acknowledged survives a crash.
     *
     * @param dataDirectory kept between starts
     * @param port 0 takes a free one
     * @param password of the services' users
     * @throws IllegalStateException when the server does not confirm that its writes are durable
     */
    public static LocalPostgres start(Path dataDirectory, int port, String password) {
        var postgres = start(
                EmbeddedPostgres.builder()
                        .setDataDirectory(dataDirectory)
                        .setCleanDataDirectory(false)
                        .setPort(port),
                "on",
                password);
        postgres.requireDurable();
        return postgres;
    }

    /** A server on a free port with an empty data directory that does not wait for the disk. */
    public static LocalPostgres startForTests() {
        return start(EmbeddedPostgres.builder(), "off", "test");
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

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalPostgres start(EmbeddedPostgres.Builder builder, String durability, String password) {
        DURABILITY.forEach(setting -> builder.setServerConfig(setting, durability));
        try {
            var server = builder.setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            var postgres = new LocalPostgres(server, password);
            postgres.createDatabases();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private void createDatabases() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var name : DATABASES) {
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                    statement.execute("create role " + name + " login");
                }
                statement.execute("alter role %s password '%s'".formatted(name, password.replace("'", "''")));
                if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                    statement.execute("create database %s owner %s".formatted(name, name));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The databases cannot be created", e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var select = connection.prepareStatement(query)) {
            select.setString(1, name);
            return select.executeQuery().next();
        }
    }

    private void requireDurable() {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var setting : DURABILITY) {
                try (var result = statement.executeQuery("select current_setting('%s')".formatted(setting))) {
                    result.next();
                    if (!result.getString(1).equals("on")) {
                        throw new IllegalStateException(
                                "PostgreSQL runs with %s = %s; acknowledged writes could be lost."
                                        .formatted(setting, result.getString(1)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell its settings", e);
        }
    }
}
