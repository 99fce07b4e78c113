package org.fengong.benchmarks.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fengong.localstack.Service;
import org.fengong.localstack.Stack;
import org.fengong.localstack.postgres.LocalPostgres;

/** The database of tasks-service, and the server that it is on. */
final class Database {
    private static final Pattern PORT = Pattern.compile("//[^:]+:(\\d+)/");
    private static final Pattern OWN_WORK = Pattern.compile("(?i)(from outbox|pg_.*advisory|listen |scheduled_tasks)");

    /** What is to be recorded. */
    interface Call {
        void make() throws IOException, InterruptedException;
    }

    private final Path directory;
    private final int port;

    /** @param directory of the stack */
    Database(Stack stack, Path directory) throws SQLException {
        try (Connection connection = stack.database(Service.TASKS)) {
            Matcher url = PORT.matcher(connection.getMetaData().getURL());
            if (!url.find()) {
                throw new IllegalStateException(
                        "No port in " + connection.getMetaData().getURL());
            }
            this.port = Integer.parseInt(url.group(1));
        }
        this.directory = directory.resolve("postgres");
    }

    int port() {
        return port;
    }

    String name() {
        return Service.TASKS.shortName();
    }

    String user() {
        return Service.TASKS.shortName();
    }

    /** Of processor, of the server with all that it has started. */
    double serverSeconds() {
        return Processor.secondsWithChildren(LocalPostgres.find(directory).orElseThrow());
    }

    /** What the service runs for the call; what its relay of events and its queue run meanwhile is left out. */
    List<Statement> record(Call call) throws SQLException, IOException, InterruptedException {
        Path log = directory.resolve("server.log");
        administer("alter system set log_line_prefix = '" + StatementLog.PREFIX + "'");
        administer("alter system set log_statement = 'all'");
        reload();
        long begin = Files.size(log);
        try {
            call.make();
        } finally {
            administer("alter system reset log_statement");
            reload();
        }
        byte[] all = Files.readAllBytes(log);
        String text = new String(all, (int) begin, (int) (all.length - begin), StandardCharsets.UTF_8);
        return StatementLog.read(text, name()).values().stream()
                .filter(statements -> statements.stream()
                        .noneMatch(
                                statement -> OWN_WORK.matcher(statement.sql()).find()))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of the table that somebody may fill. */
    String columns(String table) throws SQLException {
        return ask("select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns"
                + " where table_schema = 'public' and table_name = '%s'".formatted(table)
                + " and is_generated = 'NEVER' and is_identity = 'NO'");
    }

    /** With all that points to them. */
    void empty(List<String> tables) throws SQLException {
        ask("set lock_timeout = '10s'; truncate %s cascade; select ''".formatted(String.join(", ", tables)));
    }

    void awaitSentEvents() throws SQLException, InterruptedException {
        await("select not exists (select from outbox)");
    }

    /** What ended programs have used counts only when their sessions have ended, too. */
    void awaitEndOfSessions() throws SQLException, InterruptedException {
        await("select not exists (select from pg_stat_activity where application_name = 'psql')");
        Thread.sleep(100);
    }

    private void await(String condition) throws SQLException, InterruptedException {
        while (!ask(condition).equals("t")) {
            Thread.sleep(100);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection = connect(name());
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
            while (statement.getResultSet() == null) {
                statement.getMoreResults();
            }
            statement.getResultSet().next();
            return statement.getResultSet().getString(1);
        }
    }

    private Connection connect(String to) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + to, "postgres", "");
    }

    private void reload() throws SQLException, InterruptedException {
        administer("select pg_reload_conf()");
        // A backend reads the new settings with its next statement at the latest; the signal needs a moment.
        Thread.sleep(500);
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
