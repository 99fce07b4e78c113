package org.fengong.allocation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.PLANS;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.ask;
import static org.fengong.allocation.Planning.leadOf;
import static org.fengong.platform.testing.Refusals.assertRefused;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    PlanJob job;

    @Inject
    PlanEventsResource resource;

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
        private final InputStream body;
        final List<String> lines = new CopyOnWriteArrayList<>();
        final CompletableFuture<Void> ended;

        Stream() {
            var request = HttpRequest.newBuilder(
                            URI.create("http://localhost:%d%s/%s/events".formatted(RestAssured.port, PLANS, plan)))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + TestTokens.lead(team.leadId));
            var answer = CLIENT.sendAsync(request.build(), BodyHandlers.ofInputStream())
                    .join();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .get()
                    .asString()
                    .startsWith("text/event-stream");
            body = answer.body();
            ended = Meanwhile.run(this::read);
        }

        void leave() throws IOException {
            body.close();
        }

        boolean tells(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }

        private void read() {
            try (var reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("closed");
            }
        }
    }

    @Test
    void tellsTheStatesUntilThePlanIsSolved() {
        var stream = new Stream();
        await().until(() -> stream.tells("SOLVING"));

        job.run(plan, () -> false);

        assertThat(stream.ended).succeedsWithin(PATIENCE);
        assertThat(stream.lines).anySatisfy(line -> assertThat(line).matches("event: ?state"));
        assertThat(stream.lines)
                .last()
                .asString()
                .startsWith("data:")
                .contains("\"status\":\"DRAFT\"", "\"value\":", "\"bound\":", "\"gap\":");
    }

    @Test
    void refusesAFurtherStreamUntilOneIsClosed() {
        var one = new Stream();
        var two = new Stream();
        assertRefused(503, "planning-busy", this::follow);

        job.run(plan, () -> false);

        assertThat(one.ended).succeedsWithin(PATIENCE);
        assertThat(two.ended).succeedsWithin(PATIENCE);
        await().atMost(PATIENCE).until(() -> follow().statusCode() == 200);
    }

    @Test
    void aListenerThatLeavesMakesRoomForAnother() throws IOException {
        var one = new Stream();
        var two = new Stream();
        await().until(() -> one.tells("SOLVING") && two.tells("SOLVING"));
        assertRefused(503, "planning-busy", this::follow);

        one.leave();
        two.leave();

        var next = new AtomicReference<Stream>();
        await().atMost(PATIENCE).untilAsserted(() -> next.set(new Stream()));
        await().until(() -> next.get().tells("SOLVING"));
        end(next.get());
    }

    @Test
    void aCommentShowsThatAQuietStreamLives() {
        var stream = new Stream();

        await().atMost(PATIENCE).until(() -> stream.lines.stream().anyMatch(line -> line.matches(": ?still solving")));

        assertThat(stream.lines).filteredOn(line -> line.startsWith("data:")).hasSize(1);
        assertThat(stream.ended).isNotDone();
        end(stream);
    }

    @Test
    void endsWhenTheServiceStops() {
        var stream = new Stream();
        await().until(() -> stream.tells("SOLVING"));

        resource.stopStreams(new ShutdownDelayInitiatedEvent());

        assertThat(stream.ended).succeedsWithin(PATIENCE);
        assertThat(stream.lines).doesNotContain("closed");
        assertThat(stream.lines).last().asString().contains("SOLVING");
    }

    /** By the plan's end. */
    private void end(Stream stream) {
        job.run(plan, () -> false);
        assertThat(stream.ended).succeedsWithin(PATIENCE);
    }

    private Response follow() {
        return leadOf(team)
                .accept("text/event-stream, application/problem+json")
                .get(PLANS + "/{id}/events", plan);
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
