package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.ask;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.platform.testing.Refusals.assertRefused;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Meanwhile;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who follows a plan hears of it until it is solved, and no longer. */
@QuarkusTest
@TestProfile(PlanJobTest.WithoutWorker.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class PlanEventsTest {
    @Inject
    PlanJob job;

    private final KnownFacts team = KnownFacts.ofTeam();
    private UUID plan;

    @BeforeEach
    void scene() {
        Planning.itIsMonday();
        team.member("Ann", 3);
        team.task(600, WEEK);
        plan = UUID.fromString(ask(team, 2).path("id"));
    }

    /** An open stream; its lines are there as they come. */
    private final class Stream {
        private final HttpURLConnection connection;
        final List<String> lines = new CopyOnWriteArrayList<>();
        final java.util.concurrent.CompletableFuture<Void> ended;

        Stream() throws IOException {
            connection = (HttpURLConnection)
                    URI.create("http://localhost:%d%s/%s/events".formatted(RestAssured.port, PLANS, plan))
                            .toURL()
                            .openConnection();
            connection.setRequestProperty("Accept", "text/event-stream");
            connection.setRequestProperty("Authorization", "Bearer " + TestTokens.lead(team.leadId));
            assertThat(connection.getResponseCode()).isEqualTo(200);
            assertThat(connection.getContentType()).startsWith("text/event-stream");
            ended = Meanwhile.run(this::read);
        }

        private void read() {
            try (var reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
            } catch (IOException e) {
                lines.add("closed");
            }
        }
    }

    @Test
    void tellsTheStatesUntilThePlanIsSolved() throws Exception {
        var stream = new Stream();
        await().until(() -> stream.lines.stream().anyMatch(line -> line.contains("SOLVING")));

        job.run(plan, () -> false);

        assertThat(stream.ended).succeedsWithin(Duration.ofSeconds(10));
        assertThat(stream.lines).anySatisfy(line -> assertThat(line).matches("event: ?state"));
        assertThat(stream.lines)
                .last()
                .asString()
                .startsWith("data:")
                .contains("\"status\":\"DRAFT\"", "\"value\":", "\"bound\":", "\"gap\":");
    }

    @Test
    void refusesAFurtherStreamUntilOneIsClosed() throws Exception {
        var one = new Stream();
        var two = new Stream();
        assertRefused(
                503,
                "planning-busy",
                () -> leadOf(team)
                        .accept("text/event-stream, application/problem+json")
                        .get(PLANS + "/{id}/events", plan));

        job.run(plan, () -> false);

        assertThat(one.ended).succeedsWithin(Duration.ofSeconds(10));
        assertThat(two.ended).succeedsWithin(Duration.ofSeconds(10));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> leadOf(team)
                                .accept("text/event-stream")
                                .get(PLANS + "/{id}/events", plan)
                                .statusCode()
                        == 200);
    }

    @Test
    void isReadByWhoMayReadThePlan() {
        assertRefused(
                404,
                "plan-not-found",
                () -> leadOf(KnownFacts.ofTeam())
                        .accept("text/event-stream, application/problem+json")
                        .get(PLANS + "/{id}/events", plan));
    }
}
