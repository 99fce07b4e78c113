package org.fengong.localstack.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;

/** A process that owns a server until it is killed. */
final class PostgresOwner {
    static final String ACKNOWLEDGED = "written before the kill";

    private PostgresOwner() {}

    public static void main(String[] arguments) throws Exception {
        var postgres = LocalPostgres.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), "owner");
        execute(postgres, "create table acknowledged (what text)");
        execute(postgres, "insert into acknowledged values ('" + ACKNOWLEDGED + "')");
        System.out.println("ready");
        new CountDownLatch(1).await();
    }

    /** Returns when the server runs and has acknowledged a write. */
    static Process startProcess(Path directory, int port) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresOwner.class.getName(),
                        directory.toString(),
                        String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!"ready".equals(output.readLine())) {
            throw new IllegalStateException("The owner has not started its server");
        }
        return process;
    }

    static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("tasks"), "tasks", postgres.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
