package org.fengong.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.fengong.localstack.port.LocalPort;
import org.fengong.localstack.postgres.LocalPostgres;
import org.fengong.localstack.process.ForeignProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
    private final List<ProcessHandle> leftBehind = new ArrayList<>();
    private StackDirectory directory;
    private Ports ports;
    private Stack stack;

    /** The stack of all tests is one that starts after another launcher was killed. */
    @BeforeAll
    void startAfterAKilledLauncher(@TempDir Path temporary) throws Exception {
        directory = new StackDirectory(temporary.toAbsolutePath());
        ports = Ports.free();
        var launcher = StackOwner.startProcess(directory, ports);
        ServiceProcess.ofDirectory(directory).forEach(leftBehind::add);
        LocalPostgres.find(directory.postgres()).ifPresent(leftBehind::add);
        launcher.destroyForcibly().waitFor();
        stack = new Stack(directory, ports, service -> FakeService.program(), console);
        stack.start(false);
    }

    @AfterAll
    void stop() {
        stack.close();
        assertThat(ServiceProcess.ofDirectory(directory)).isEmpty();
        assertThat(LocalPostgres.find(directory.postgres())).isEmpty();
        assertThat(ports.byName().values()).allMatch(LocalPort::isFree);
        assertThat(RunningStack.find(directory)).isEmpty();
    }

    @Test
    void hasEndedWhatTheKilledLauncherLeftBehind() {
        assertThat(leftBehind).hasSize(5).noneMatch(ForeignProcess::isRunning);
        assertThat(printed()).contains("Ended what a killed launcher had left running");
    }

    @Test
    void startsAgainWhatIsKilled() {
        var service =
                ServiceProcess.ofService(directory, Service.TASKS).findFirst().orElseThrow();
        var postgres = LocalPostgres.find(directory.postgres()).orElseThrow();

        service.destroyForcibly();
        postgres.destroyForcibly();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(printed())
                        .contains(
                                "tasks-service ended with code 137",
                                "tasks-service is ready again",
                                "PostgreSQL is ready again"));
        assertThat(new Status(directory, console).print()).isTrue();
    }

    @Test
    void tellsServicesWhereEverythingIs() throws Exception {
        assertThat(environmentOf(Service.REVIEW, "QUARKUS_PROFILE")).isEqualTo("local");
        assertThat(environmentOf(Service.REVIEW, "KAFKA_BOOTSTRAP_SERVERS")).isEqualTo("127.0.0.1:" + ports.kafka());
        assertThat(environmentOf(Service.REVIEW, "QUARKUS_DATASOURCE_JDBC_URL"))
                .isEqualTo("jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/review");
        assertThat(environmentOf(Service.REVIEW, "FENGONG_ALLOCATION_URL"))
                .isEqualTo("http://127.0.0.1:" + ports.of(Service.ALLOCATION));
        assertThat(environmentOf(Service.REVIEW, "FENGONG_TASKS_URL"))
                .isEqualTo("http://127.0.0.1:" + ports.of(Service.TASKS));
        var tokenFile = Path.of(environmentOf(Service.REVIEW, "FENGONG_ALLOCATION_TOKEN_FILE"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(tokenFile)))
                .isEqualTo("rw-------");
        assertThat(claimsOf(Files.readString(tokenFile))).contains("\"sub\":\"review-service\"", "[\"service\"]");
    }

    @Test
    void issuesTokensForKeysOfMembers() {
        assertThat(claimsOf(new TokenRequest("lead", "ana", null).answer(directory, ports)))
                .contains("\"member\":\"" + FakeService.ANA + "\"", "[\"lead\",\"member\"]");
        assertThatThrownBy(() -> new TokenRequest("member", "nobody", null).answer(directory, ports))
                .isInstanceOf(StackException.class)
                .hasMessage("No member has the key nobody.");
        assertThatThrownBy(() -> new TokenRequest("member", null, null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("needs --member KEY");
    }

    @Test
    void isTheOnlyOneOfItsDirectory() {
        try (var second = new Stack(directory, Ports.free(), service -> FakeService.program(), console)) {
            assertThatThrownBy(() -> second.start(false))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("already running (process "
                            + ProcessHandle.current().pid() + ")");
        }
        assertThat(new Status(directory, console).print()).isTrue();
    }

    @Test
    void showsTheLogOfAServiceThatEndsWhileItStarts(@TempDir Path other) {
        var failing = new StackDirectory(other.toAbsolutePath());
        try (var second = new Stack(failing, Ports.free(), service -> List.of("no.such.Program"), console)) {
            assertThatThrownBy(() -> second.start(false))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("ended with code 1 while it started")
                    .hasMessageContaining("no.such.Program");
        }
    }

    @Test
    void namesAPortThatIsInUseAndStartsNothing(@TempDir Path other) throws Exception {
        var mine = new StackDirectory(other.toAbsolutePath());
        var taken = Ports.free();
        try (var taker = new ServerSocket(taken.of(Service.REVIEW), 1, InetAddress.getLoopbackAddress());
                var second = new Stack(mine, taken, service -> FakeService.program(), console)) {
            assertThatThrownBy(() -> second.start(true))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + taker.getLocalPort() + " (review) is in use")
                    .hasMessageContaining("--review-port N (FENGONG_REVIEW_PORT=N)");
        }
        assertThat(mine.postgres()).doesNotExist();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String environmentOf(Service service, String name) throws Exception {
        var uri = URI.create("http://127.0.0.1:%d/environment?%s".formatted(ports.of(service), name));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String claimsOf(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
    }
}
