package org.fengong.localstack.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.fengong.localstack.port.LocalPort;
import org.fengong.localstack.process.ForeignProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    // one directory for all: unpacking and initialising is what takes time
    @TempDir
    static Path directory;

    @Test
    void keepsDataBetweenStartsAndWritesDurably() throws SQLException {
        try (var first = LocalPostgres.start(directory, 0, "one")) {
            execute(first, "create table kept (what text)");
            execute(first, "insert into kept values ('still here')");
        }

        try (var second = LocalPostgres.start(directory, 0, "two")) {
            assertThat(ask(second, "select what from kept")).isEqualTo("still here");
            assertThat(ask(second, "select current_setting('fsync')")).isEqualTo("on");
            assertThat(ask(second, "select current_setting('synchronous_commit')"))
                    .isEqualTo("on");
            assertThat(ask(second, "select current_setting('full_page_writes')"))
                    .isEqualTo("on");
        }
    }

    @Test
    void replacesTheServerThatAKilledProcessLeftBehind() throws Exception {
        var port = LocalPort.free();
        var parent = PostgresOwner.startProcess(directory, port);
        var orphan = ServerHome.postmaster(directory.resolve("data")).orElseThrow();
        parent.destroyForcibly().waitFor();
        assertThat(ForeignProcess.isRunning(orphan)).isTrue();

        try (var postgres = LocalPostgres.start(directory, port, "new")) {
            assertThat(ForeignProcess.isRunning(orphan)).isFalse();
            assertThat(postgres.pid()).isNotEqualTo(orphan.pid());
            assertThat(ask(postgres, "select what from acknowledged")).isEqualTo(PostgresOwner.ACKNOWLEDGED);
        }
    }

    @Test
    void startsAgainAfterItsServerWasKilled() throws Exception {
        var port = LocalPort.free();
        var postgres = LocalPostgres.start(directory, port, "same");
        ProcessHandle.of(postgres.pid()).orElseThrow().destroyForcibly();
        await().until(() -> !postgres.isRunning());
        postgres.close();

        try (var again = LocalPostgres.start(directory, port, "same")) {
            assertThat(ask(again, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void believesNoProcessIdInALeftBehindFile() throws Exception {
        LocalPostgres.start(directory, 0, "first").close();
        var innocent = ProcessHandle.current();
        Files.writeString(directory.resolve("data/postmaster.pid"), innocent.pid() + "\n");

        try (var postgres = LocalPostgres.start(directory, 0, "second")) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
            assertThat(innocent.isAlive()).isTrue();
        }
    }

    @Test
    void discardsAFirstStartThatWasKilledHalfWay(@TempDir Path halfWay) throws Exception {
        Files.createDirectories(halfWay.resolve("data"));
        Files.writeString(halfWay.resolve("data/postgresql.conf"), "");

        try (var postgres = LocalPostgres.start(halfWay, 0, "first")) {
            assertThat(ask(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesADirectoryThatALiveProcessOwns() {
        try (var owner = LocalPostgres.start(directory, 0, "owner")) {
            assertThatThrownBy(() -> LocalPostgres.start(directory, 0, "thief"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another process runs the server of " + directory);
            assertThat(ProcessHandle.of(owner.pid())).isPresent();
        }
    }

    @Test
    void namesThePortThatIsInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalPostgres.start(directory, taken.getLocalPort(), "any"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void testsNeedNotWaitForTheDisk() throws SQLException {
        try (var postgres = LocalPostgres.startForTests()) {
            assertThat(ask(postgres, "select current_setting('fsync')")).isEqualTo("off");
            assertThat(ask(
                            postgres,
                            "select count(*) from pg_database where datname in"
                                    + " ('members', 'tasks', 'allocation', 'review')"))
                    .isEqualTo("4");
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        PostgresOwner.execute(postgres, sql);
    }

    private static String ask(LocalPostgres postgres, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("tasks"), "tasks", postgres.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
