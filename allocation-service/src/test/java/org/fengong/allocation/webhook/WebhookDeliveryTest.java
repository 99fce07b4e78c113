package org.fengong.allocation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fengong.allocation.Planning.WEEK;
import static org.fengong.allocation.Planning.as;
import static org.fengong.allocation.webhook.WebhookResourceTest.WEBHOOKS;
import static org.fengong.platform.testing.Refusals.assertRefused;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.fengong.allocation.AllocationTopics;
import org.fengong.allocation.Planning;
import org.fengong.allocation.snapshot.KnownFacts;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.testing.LocalStack;
import org.fengong.platform.testing.TestClock;
import org.fengong.platform.testing.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What a real HTTP server gets, and what becomes of what it does not take. Business time moves as the tests say. */
@QuarkusTest
@QuarkusTestResource(value = LocalStack.class, initArgs = @ResourceArg(name = "service", value = "allocation"))
@QuarkusTestResource(ReceiverPort.class)
class WebhookDeliveryTest {
    private static final String TYPE = "fengong.allocation.plan-solved.v1";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private String path;
    private Instant now;

    @ConfigProperty(name = "fengong.webhooks.allowed-private-targets")
    String target;

    @Inject
    WebhookRepository webhooks;

    @Inject
    WebhookDeliveries deliveries;

    @Inject
    WebhookClient client;

    @Inject
    SecretRenewal renewal;

    @Inject
    MeterRegistry metrics;

    @Inject
    WebhookSender sender;

    @Inject
    Outbox outbox;

    @BeforeEach
    void monday() {
        Receiver.start(target);
        path = "/" + UUID.randomUUID();
        now = WEEK.atDay(DayOfWeek.MONDAY).atTime(8, 0).toInstant(ZoneOffset.UTC);
        Planning.itIsMonday();
        QuarkusTransaction.requiringNew().run(webhooks::deleteAll);
    }

    private Response webhook(String more) {
        return webhook(Receiver.url(path), more);
    }

    private static Response webhook(String url, String more) {
        var answer = as(TestTokens.admin())
                .body("{\"url\": \"%s\", \"eventTypes\": [\"%s\"]%s}".formatted(url, TYPE, more))
                .post(WEBHOOKS);
        answer.then().statusCode(201);
        return answer;
    }

    private static UUID idOf(Response webhook) {
        return UUID.fromString(webhook.path("id"));
    }

    /** A fact as this service tells it. */
    private void happens(Object data) {
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(AllocationTopics.PLAN, UUID.randomUUID(), TYPE, data));
    }

    private void somethingHappens() {
        happens(Map.of("teamIds", new UUID[] {UUID.randomUUID()}, "name", "é中"));
    }

    private void sweep() {
        sender.sendDue().join();
    }

    private void later(Duration pause) {
        now = now.plus(pause);
        TestClock.ahead(Duration.between(Instant.now(), now));
    }

    private static ValidatableResponse delivered(UUID webhook) {
        return as(TestTokens.admin())
                .get(WEBHOOKS + "/{id}/deliveries", webhook)
                .then()
                .statusCode(200);
    }

    private static Response resend(String delivery) {
        return as(TestTokens.admin()).post("/api/v1/webhook-deliveries/{id}/resend", delivery);
    }

    /** As the specification has it, written anew. */
    private static String signature(String secret, Receiver.Message message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            var signed = String.join(".", message.id(), message.timestamp(), message.body());
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void tellsOfAPlanWithASignature() throws IOException {
        var webhook = webhook("");
        var team = KnownFacts.ofTeam();
        team.member("Ann", 3);
        team.task(600, WEEK);
        var plan = Planning.draft(team, 1);

        sweep();

        assertThat(Receiver.got(path)).singleElement().satisfies(message -> {
            assertThat(message.signature()).isEqualTo(signature(webhook.path("secret"), message));
            assertThat(Instant.ofEpochSecond(Long.parseLong(message.timestamp())))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
            assertThat(message.contentType()).startsWith("application/json");
        });
        var message = Receiver.got(path).get(0);
        var body = MAPPER.readTree(message.body());
        assertThat(body.path("type").asText()).isEqualTo(TYPE);
        assertThat(Instant.parse(body.path("timestamp").asText())).isAfterOrEqualTo(now);
        assertThat(body.at("/data/planId").asText()).isEqualTo(plan.toString());
        delivered(idOf(webhook))
                .body("items.id", contains(message.id()))
                .body("items.status", contains("DELIVERED"))
                .body("items.attempts", contains(1))
                .body("items.lastStatus", contains(204))
                .body("items[0].nextAttemptAt", nullValue())
                .body("items[0].endedAt", notNullValue());
        sweep();
        assertThat(Receiver.got(path)).hasSize(1);
    }

    @Test
    void keepsItsSecretsEncryptedAndSignsAsBeforeAfterThoseInTheClearWere() {
        var webhook = webhook("");
        assertThat(storedSecrets()).allSatisfy(stored -> assertThat(stored).startsWith("test:"));
        QuarkusTransaction.requiringNew()
                .run(() -> webhooks.getEntityManager()
                        .createNativeQuery(
                                "update webhook set secret = :clear, previous_secret = :clear, previous_secret_until = created_at")
                        .setParameter("clear", webhook.<String>path("secret"))
                        .executeUpdate());

        renewal.renew();

        assertThat(storedSecrets())
                .hasSize(2)
                .allSatisfy(stored -> assertThat(stored).startsWith("test:"));
        somethingHappens();
        sweep();
        var message = Receiver.got(path).get(0);
        assertThat(message.signature()).isEqualTo(signature(webhook.path("secret"), message));
    }

    @Test
    void waitsWithASecretWhoseKeyIsLostUntilThereIsANewOne() {
        var webhook = webhook("");
        QuarkusTransaction.requiringNew()
                .run(() -> webhooks.getEntityManager()
                        .createNativeQuery("update webhook set secret = replace(secret, 'test:', 'lost:')")
                        .executeUpdate());
        renewal.renew();
        somethingHappens();
        assertThatThrownBy(this::sweep)
                .hasRootCauseMessage(
                        "The secret of the webhook %s is encrypted under the key lost, which fengong.webhooks.secret-keys does not name."
                                .formatted(idOf(webhook)));

        var rotated = as(TestTokens.admin()).post(WEBHOOKS + "/{id}/rotate-secret", idOf(webhook));
        sweep();

        var message = Receiver.got(path).get(0);
        assertThat(message.signature()).isEqualTo(signature(rotated.path("secret"), message));
    }

    private List<String> storedSecrets() {
        return QuarkusTransaction.requiringNew()
                .call(() -> webhooks.getSession()
                        .createNativeQuery(
                                "select stored from webhook, unnest(array[secret, previous_secret]) stored"
                                        + " where stored is not null",
                                String.class)
                        .getResultList());
    }

    @Test
    void countsAttemptsByTheirOutcome() {
        webhook("");
        var before = Stream.of("delivered", "failed").map(this::attempts).toList();
        somethingHappens();
        Receiver.answers(path, Receiver.status(500));

        sweep();
        Receiver.answers(path, Receiver.status(204));
        later(Duration.ofHours(1));
        sweep();

        assertThat(Stream.of("delivered", "failed").map(this::attempts))
                .containsExactly(before.get(0) + 1, before.get(1) + 1);
    }

    private double attempts(String outcome) {
        return metrics.counter("fengong.webhooks.attempts", "outcome", outcome).count();
    }

    @Test
    void tellsNothingOfWhatIsUndone() {
        var webhook = webhook("");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(AllocationTopics.PLAN, UUID.randomUUID(), TYPE, Map.of());
                    throw new IllegalStateException("undone");
                }))
                .hasMessageContaining("undone");

        delivered(idOf(webhook)).body("items", empty());
    }

    @Test
    void tellsATeamsWebhookOfItsTeamAndMembersAlone() {
        var team = KnownFacts.ofTeam();
        var ann = team.member("Ann", 3);
        var webhook = webhook(", \"teamId\": \"%s\"".formatted(team.teamId));

        happens(Map.of("teamIds", new UUID[] {UUID.randomUUID(), team.teamId}));
        happens(Map.of("teamId", team.teamId));
        happens(Map.of("memberId", ann));
        somethingHappens();
        happens(Map.of("teamId", UUID.randomUUID(), "memberId", ann));
        happens(Map.of("memberId", UUID.randomUUID()));

        delivered(idOf(webhook)).body("items", hasSize(3));
    }

    @Test
    void tellsAnInactiveWebhookNothing() {
        var webhook = webhook("");
        as(TestTokens.admin())
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", webhook.header("ETag"))
                .body("{\"active\": false}")
                .patch(WEBHOOKS + "/{id}", idOf(webhook))
                .then()
                .statusCode(200);

        somethingHappens();

        delivered(idOf(webhook)).body("items", empty());
    }

    @Test
    void signsWithBothSecretsForADayAfterARotation() {
        var webhook = webhook("");
        var rotated = as(TestTokens.admin()).post(WEBHOOKS + "/{id}/rotate-secret", idOf(webhook));

        somethingHappens();
        sweep();
        later(Duration.ofHours(25));
        somethingHappens();
        sweep();

        var both = Receiver.got(path).get(0);
        assertThat(both.signature())
                .isEqualTo(signature(rotated.path("secret"), both) + " " + signature(webhook.path("secret"), both));
        var one = Receiver.got(path).get(1);
        assertThat(one.signature()).isEqualTo(signature(rotated.path("secret"), one));
    }

    @Test
    void sendsTheSameMessageAgainAfterAnError() {
        var webhook = webhook("");
        Receiver.answers(path, Receiver.status(500, "no\u0000t \n now" + "!".repeat(1000)));
        somethingHappens();

        sweep();
        sweep(); // it is not due

        delivered(idOf(webhook))
                .body("items.status", contains("PENDING"))
                .body("items.attempts", contains(1))
                .body("items.lastStatus", contains(500))
                .body("items[0].lastError", startsWith("The receiver answered 500: no t   now!!!"))
                .body("items[0].lastError.length()", lessThan(250))
                .body("items[0].nextAttemptAt", notNullValue());
        Receiver.answers(path, Receiver.status(200));
        later(Duration.ofSeconds(8));
        sweep();
        delivered(idOf(webhook))
                .body("items.status", contains("DELIVERED"))
                .body("items.attempts", contains(2))
                .body("items[0].lastError", nullValue());
        assertThat(Receiver.got(path))
                .hasSize(2)
                .extracting(Receiver.Message::id)
                .containsOnly(Receiver.got(path).get(0).id());
        assertThat(Receiver.got(path))
                .extracting(Receiver.Message::body)
                .containsOnly(Receiver.got(path).get(0).body());
    }

    @Test
    void waitsAsLongAsTheReceiverAsks() {
        var webhook = webhook("");
        Receiver.answers(path, Receiver.status(503, "Retry-After", "600"));
        somethingHappens();
        sweep();

        Receiver.answers(path, Receiver.status(200));
        later(Duration.ofSeconds(590));
        sweep();
        delivered(idOf(webhook)).body("items.status", contains("PENDING"));
        later(Duration.ofSeconds(20));
        sweep();

        delivered(idOf(webhook)).body("items.status", contains("DELIVERED"));
    }

    @Test
    void switchesAWebhookOffThatIsGone() {
        var webhook = webhook("");
        Receiver.answers(path, Receiver.status(410));
        somethingHappens();

        sweep();

        as(TestTokens.admin())
                .get(WEBHOOKS + "/{id}", idOf(webhook))
                .then()
                .body("active", is(false))
                .body("inactiveReason", containsString("410"));
        delivered(idOf(webhook)).body("items.status", contains("DEAD"));
    }

    @Test
    void followsNoRedirect() {
        var elsewhere = "/" + UUID.randomUUID();
        var webhook = webhook("");
        Receiver.answers(path, Receiver.status(307, "Location", Receiver.url(elsewhere)));
        somethingHappens();

        sweep();

        assertThat(Receiver.got(path)).hasSize(1);
        assertThat(Receiver.got(elsewhere)).isEmpty();
        delivered(idOf(webhook))
                .body("items.status", contains("PENDING"))
                .body("items.lastStatus", contains(307))
                .body("items[0].lastError", containsString("redirects are not followed"));
    }

    @Test
    void waitsForNoReceiverThatDawdles() {
        var webhook = webhook("");
        Receiver.answers(path, exchange -> {
            // neither its head nor the time between two bytes is too long
            exchange.sendResponseHeaders(500, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        });
        var silent = "/" + UUID.randomUUID();
        var other = webhook(Receiver.url(silent), "");
        var end = new CompletableFuture<Void>();
        Receiver.answers(silent, exchange -> end.join());
        somethingHappens();

        var begin = Instant.now();
        sweep();

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));
        end.complete(null);
        delivered(idOf(webhook)).body("items.status", contains("PENDING")).body("items.lastStatus", contains(500));
        delivered(idOf(other))
                .body("items.status", contains("PENDING"))
                .body("items[0].lastStatus", nullValue())
                .body("items[0].lastError", containsString("within 2 s"));
    }

    @Test
    void aDeadReceiverKeepsNoOtherWaiting() {
        var silent = "/" + UUID.randomUUID();
        webhook(Receiver.url(silent), "");
        webhook("");
        var end = new CompletableFuture<Void>();
        Receiver.answers(silent, exchange -> end.join());
        for (int i = 0; i < 20; i++) {
            somethingHappens();
        }

        sweep();

        end.complete(null);
        assertThat(Receiver.got(path)).hasSize(20);
        assertThat(Receiver.got(silent)).hasSize(1);
    }

    @Test
    void listsADeadDeliveryAndSendsItAgain() {
        var webhook = webhook("");
        Receiver.answers(path, Receiver.status(500));
        somethingHappens();
        for (int i = 0; i < 7; i++) {
            sweep();
            later(Duration.ofHours(8));
        }
        sweep();
        assertThat(Receiver.got(path)).hasSize(7);
        var dead =
                as(TestTokens.admin()).queryParam("status", "DEAD").get(WEBHOOKS + "/{id}/deliveries", idOf(webhook));
        dead.then().body("items.attempts", contains(7)).body("items.lastStatus", contains(500));
        var id = dead.<String>path("items[0].id");

        resend(id).then().statusCode(200).body("status", is("PENDING"));
        Receiver.answers(path, Receiver.status(200));
        sweep();

        assertThat(Receiver.got(path))
                .hasSize(8)
                .extracting(Receiver.Message::id)
                .containsOnly(id);
        delivered(idOf(webhook)).body("items.status", contains("DELIVERED")).body("items.attempts", contains(1));
        assertRefused(409, "webhook-delivery-status", () -> resend(id)).body("deliveryStatus", is("DELIVERED"));
        assertRefused(
                404,
                "webhook-delivery-not-found",
                () -> resend(UUID.randomUUID().toString()));
    }

    @Test
    void resendsAFailedOneBeforeItsTime() {
        var webhook = webhook("");
        Receiver.answers(path, Receiver.status(500, "Retry-After", "3600"));
        somethingHappens();
        sweep();
        Receiver.answers(path, Receiver.status(200));

        resend(Receiver.got(path).get(0).id()).then().statusCode(200);
        sweep();

        delivered(idOf(webhook)).body("items.status", contains("DELIVERED")).body("items.attempts", contains(2));
    }

    @Test
    void twoReplicasSendEachDeliveryOnce() {
        var webhook = idOf(webhook(""));
        for (int i = 0; i < 20; i++) {
            somethingHappens();
        }
        var threads = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> sender.sendTo(webhook), threads),
                            CompletableFuture.runAsync(() -> sender.sendTo(webhook), threads))
                    .join();
        } finally {
            threads.shutdown();
        }

        assertThat(Receiver.got(path))
                .hasSize(20)
                .extracting(Receiver.Message::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsAgainWhatAKilledReplicaHasClaimed() {
        var webhook = idOf(webhook(""));
        somethingHappens();
        var claimed = deliveries.claim(webhook).orElseThrow();
        client.send(claimed); // and the replica is killed before it notes the answer

        sweep();
        assertThat(Receiver.got(path)).hasSize(1);
        assertRefused(409, "webhook-delivery-status", () -> resend(claimed.id().toString()));
        later(Duration.ofMinutes(3));
        sweep();

        assertThat(Receiver.got(path))
                .hasSize(2)
                .extracting(Receiver.Message::id)
                .containsOnly(claimed.id().toString());
        delivered(webhook).body("items.status", contains("DELIVERED")).body("items.attempts", contains(2));
        deliveries.note(webhook, claimed, Attempt.unanswered("too late")); // a replica that was only slow
        delivered(webhook).body("items.status", contains("DELIVERED"));
    }

    @Test
    void connectsToNoAddressInsideThatANameHasTakenSince() {
        var address = new AtomicReference<>("93.184.215.14");
        QuarkusMock.installMockForType(
                new HostNames() {
                    @Override
                    InetAddress[] addresses(String host) throws UnknownHostException {
                        return Arrays.stream(
                                        host.equals("rebound.example.com")
                                                ? address.get().split(",")
                                                : new String[] {host})
                                .map(WebhookDeliveryTest::literal)
                                .toArray(InetAddress[]::new);
                    }
                },
                HostNames.class);
        var port = target.substring(target.indexOf(':') + 1);
        var webhook = webhook("https://rebound.example.com:" + port + path, "");
        somethingHappens();

        Stream.of("127.0.0.1", "93.184.215.14,127.0.0.1", "::ffff:127.0.0.1", "169.254.169.254")
                .forEach(inside -> {
                    address.set(inside);
                    sweep();
                    later(Duration.ofHours(8));
                    delivered(idOf(webhook))
                            .body("items.status", contains("PENDING"))
                            .body("items[0].lastStatus", nullValue())
                            .body("items[0].lastError", containsString("not public"));
                });

        assertThat(Receiver.got(path)).isEmpty();
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void deletesAWebhooksDeliveriesWithIt() {
        var webhook = webhook("");
        somethingHappens();

        as(TestTokens.admin())
                .header("If-Match", webhook.header("ETag"))
                .delete(WEBHOOKS + "/{id}", idOf(webhook))
                .then()
                .statusCode(204);
        sweep();

        assertThat(Receiver.got(path)).isEmpty();
    }

    @RepeatedTest(3)
    void noFactFailsForAWebhookThatIsDeletedMeanwhile() {
        var webhook = webhook("");
        var threads = Executors.newFixedThreadPool(4);
        try {
            var facts = Stream.generate(() -> CompletableFuture.runAsync(this::somethingHappens, threads))
                    .limit(20)
                    .toList();
            as(TestTokens.admin())
                    .header("If-Match", webhook.header("ETag"))
                    .delete(WEBHOOKS + "/{id}", idOf(webhook))
                    .then()
                    .statusCode(204);

            assertThat(CompletableFuture.allOf(facts.toArray(CompletableFuture[]::new)))
                    .succeedsWithin(Duration.ofSeconds(20));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void forgetsOldDeliveries() {
        var webhook = webhook("");
        somethingHappens();
        later(Duration.ofDays(20));
        somethingHappens();
        later(Duration.ofDays(20));

        deliveries.forgetOld();

        delivered(idOf(webhook)).body("items", hasSize(1));
    }
}
