package org.fengong.allocation.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.fengong.allocation.Planning.as;
import static org.fengong.platform.testing.Refusals.assertRefused;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.Meanwhile;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who listens hears at once, from whichever replica it comes, and misses nothing between two connections. */
@QuarkusTest
@TestProfile(NotificationStreamTest.FewStreams.class)
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
class NotificationStreamTest {
    public static class FewStreams implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("fengong.notifications.streams-per-member", "2");
        }
    }

    private static final String STREAM = "/api/v1/members/{id}/notifications/stream";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Inject
    Notices notices;

    private final List<Stream> opened = new ArrayList<>();
    private UUID ann;

    @BeforeEach
    void scene() {
        ann = KnownFacts.ofTeam().member("Ann", 3);
    }

    @AfterEach
    void close() {
        opened.forEach(Stream::close);
    }

    /** An open stream; its lines are there as they come. */
    private final class Stream {
        private volatile InputStream body;
        final List<String> lines = new CopyOnWriteArrayList<>();

        Stream(UUID memberId, String lastEventId) {
            opened.add(this);
            var request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s"
                            .formatted(RestAssured.port, STREAM.replace("{id}", memberId.toString()))))
                    .header("Accept", "text/event-stream")
                    .header("Authorization", "Bearer " + TestTokens.member(memberId));
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            var answer = CLIENT.sendAsync(request.build(), BodyHandlers.ofInputStream());
            Meanwhile.run(() -> read(answer.join().body()));
        }

        private void read(InputStream stream) {
            body = stream;
            try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                reader.lines().filter(line -> !line.isEmpty()).forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("closed");
            }
        }

        long count(String text) {
            return lines.stream().filter(line -> line.contains(text)).count();
        }

        String idOf(String text) {
            for (int i = 1; i < lines.size(); i++) {
                if (lines.get(i).contains(text)) {
                    return String.join("\n", lines.subList(0, i + 1)).replaceAll("(?s).*id: ?([0-9a-f-]{36}).*", "$1");
                }
            }
            throw new AssertionError(text + " is not in " + lines);
        }

        void close() {
            try {
                body.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void tell(UUID memberId, String title) {
        QuarkusTransaction.requiringNew().run(() -> tellNow(memberId, title));
    }

    private void tellNow(UUID memberId, String title) {
        notices.tell(
                Set.of(memberId),
                NoticeKind.COMMENTED,
                NoticeSubject.ofTeam(UUID.randomUUID()).with(NoticeSubject.TASK_TITLE, title));
    }

    private static Response refused(UUID caller, UUID memberId) {
        return as(TestTokens.member(caller))
                .accept("text/event-stream, application/problem+json")
                .get(STREAM, memberId);
    }

    /** Tells until the stream, which may still be on its way, has begun. */
    private void begin(Stream stream) {
        await().untilAsserted(() -> {
            tell(ann, "Begin");
            assertThat(stream.count("Begin")).isPositive();
        });
    }

    @Test
    void hearsWhatIsNewAndOnlyItsOwn() {
        tell(ann, "Old");
        var stream = new Stream(ann, null);
        begin(stream);

        tell(UUID.randomUUID(), "Somebody else's");
        tell(ann, "New");

        await().until(() -> stream.count("New") == 1);
        assertThat(stream.count("Old")).isZero();
        assertThat(stream.count("Somebody else's")).isZero();
        assertThat(stream.lines).anySatisfy(line -> assertThat(line).matches("event: ?notification"));
        assertThat(stream.lines)
                .filteredOn(line -> line.contains("New"))
                .first()
                .asString()
                .contains("\"kind\":\"COMMENTED\"", stream.idOf("New"));
    }

    @Test
    void hearsWhatIsCommittedAfterALaterOne() {
        var stream = new Stream(ann, null);
        begin(stream);
        var told = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = Meanwhile.run(() -> QuarkusTransaction.requiringNew().run(() -> {
            tellNow(ann, "Slow");
            told.countDown();
            await().until(() -> goOn.getCount() == 0);
        }));
        await().until(() -> told.getCount() == 0);
        tell(ann, "Quick");
        await().until(() -> stream.count("Quick") == 1);

        goOn.countDown();
        slow.join();

        await().until(() -> stream.count("Slow") == 1);
        assertThat(stream.count("Quick")).isEqualTo(1);
    }

    @Test
    void hearsWhatWasMissedBetweenTwoConnections() {
        var first = new Stream(ann, null);
        begin(first);
        tell(ann, "Heard");
        await().until(() -> first.count("Heard") == 1);
        first.close();
        tell(ann, "Missed");

        var second = new Stream(ann, first.idOf("Heard"));

        await().until(() -> second.count("Missed") == 1);
        assertThat(second.count("Heard")).isZero();
    }

    @Test
    void refusesWhatAMemberMayNotHave() {
        begin(new Stream(ann, null));
        begin(new Stream(ann, null));

        assertRefused(503, "too-many-streams", () -> refused(ann, ann)).header("Retry-After", "5");
        assertRefused(404, "member-not-found", () -> refused(UUID.randomUUID(), ann));
        assertRefused(
                400,
                "invalid-request",
                "Last-Event-ID",
                () -> as(TestTokens.member(ann))
                        .accept("text/event-stream, application/problem+json")
                        .header("Last-Event-ID", "yesterday")
                        .get(STREAM, ann));
    }
}
