package org.fengong.allocation.webhook;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.fengong.allocation.snapshot.MemberForgotten;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.platform.json.EventJson;
import org.fengong.platform.messaging.OutboxAppended;

/**
 * Writes deliveries in the transaction of the fact that they tell of, and notes what becomes of them. A sender claims one,
 * sends it outside of any transaction and notes the outcome; when it is killed in between, the claim runs out and the same
 * message is sent again.
 */
@ApplicationScoped
class WebhookDeliveries {
    /** Longer than the slowest attempt, resolving the name included. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    /** @param secrets those that sign, the newest first */
    record Claimed(UUID id, int attempts, String url, String body, List<String> secrets) {}

    private record Active(List<Webhook> webhooks) {}

    private record Message(
            String type, Instant timestamp, @JsonRawValue String data) {}

    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;
    private final WebhookSecrets secrets;
    private final WebhookMetrics metrics;
    private final WebhookConfig config;
    private final SnapshotReader snapshots;
    private final EventJson json;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    WebhookDeliveries(
            WebhookRepository webhooks,
            WebhookDeliveryRepository deliveries,
            WebhookSecrets secrets,
            WebhookMetrics metrics,
            WebhookConfig config,
            SnapshotReader snapshots,
            EventJson json,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.metrics = metrics;
        this.config = config;
        this.snapshots = snapshots;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    void appended(@Observes OutboxAppended event) {
        var subscribed = active().webhooks().stream()
                .filter(webhook -> webhook.isSubscribedTo(event.type()))
                .toList();
        if (subscribed.isEmpty()) {
            return;
        }
        var teams = teamsOf(event);
        var body = json.write(new Message(event.type(), event.time(), event.payload()));
        deliveries.persist(subscribed.stream()
                .filter(webhook -> webhook.teamId() == null || teams.contains(webhook.teamId()))
                .map(webhook -> WebhookDelivery.of(webhook, event.type(), event.time(), body)));
    }

    /** Read once in a transaction, however many facts it tells. */
    private Active active() {
        if (transaction.getResource(Active.class) instanceof Active known) {
            return known;
        }
        var read = new Active(webhooks.heldActive());
        transaction.putResource(Active.class, read);
        return read;
    }

    /** Those that the event names; of an event about a member alone, the member's. */
    private Set<UUID> teamsOf(OutboxAppended event) {
        try {
            var data = json.read(event.payload().getBytes(StandardCharsets.UTF_8), JsonNode.class);
            var teams = new HashSet<UUID>();
            data.path("teamIds").forEach(id -> teams.add(UUID.fromString(id.asText())));
            if (data.has("teamId")) {
                teams.add(UUID.fromString(data.path("teamId").asText()));
            } else if (data.has("memberId")) {
                var today = LocalDate.now(clock);
                snapshots.member(UUID.fromString(data.path("memberId").asText())).stream()
                        .flatMap(member -> member.memberships().stream())
                        .filter(membership -> membership.covers(today))
                        .forEach(membership -> teams.add(membership.teamId()));
            }
            return teams;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Webhooks with something to send. */
    @Transactional
    List<UUID> dueWebhooks(int atMost) {
        return webhooks.due(clock.instant(), atMost);
    }

    /** The webhook's next delivery, for the caller alone to send; empty when there is none. */
    @Transactional
    Optional<Claimed> claim(UUID webhookId) {
        var now = clock.instant();
        return webhooks.findByIdOptional(webhookId)
                .filter(Webhook::isActive)
                .flatMap(webhook -> deliveries.nextDue(webhookId, now).map(delivery -> {
                    delivery.claim(now.plus(LEASE));
                    return new Claimed(
                            delivery.id(),
                            delivery.attempts(),
                            webhook.url(),
                            delivery.body(),
                            webhook.secrets(secrets, now));
                }));
    }

    /** Notes how the attempt ended; nothing when the delivery was deleted, or claimed by another, meanwhile. */
    @Transactional
    void note(UUID webhookId, Claimed claimed, Attempt attempt) {
        if (attempt.isGone()) {
            webhooks.locked(webhookId)
                    .ifPresent(webhook -> webhook.deactivate("The receiver answered 410: it wants nothing any more."));
        }
        deliveries
                .locked(claimed.id())
                .filter(delivery ->
                        delivery.status() == WebhookDeliveryStatus.SENDING && delivery.attempts() == claimed.attempts())
                .ifPresent(delivery -> note(delivery, attempt, clock.instant()));
    }

    private void note(WebhookDelivery delivery, Attempt attempt, Instant now) {
        if (attempt.error() == null) {
            delivery.delivered(attempt, now);
            metrics.count(WebhookMetrics.Outcome.DELIVERED);
        } else if (attempt.isGone() || delivery.attempts() > config.retries().size()) {
            delivery.dead(attempt, now);
            metrics.count(WebhookMetrics.Outcome.DEAD);
        } else {
            delivery.failed(attempt, now.plus(pause(delivery.attempts(), attempt.retryAfter())));
            metrics.count(WebhookMetrics.Outcome.FAILED);
        }
    }

    private Duration pause(int attempts, Duration asked) {
        var planned = config.retries().get(attempts - 1);
        var spread = planned.plusMillis(ThreadLocalRandom.current().nextLong(planned.toMillis() / 5 + 1));
        var wished = asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE;
        return spread.compareTo(wished) > 0 ? spread : wished;
    }

    /**
     * @throws WebhookDeliveryNotFoundException when there is none
     * @throws WebhookDeliveryStatusException when it was delivered or is being sent
     */
    @Transactional
    WebhookDeliveryResponse resend(UUID id) {
        var delivery = deliveries.locked(id).orElseThrow(() -> new WebhookDeliveryNotFoundException(id));
        switch (delivery.status()) {
            case PENDING, DEAD -> delivery.resend(clock.instant());
            case SENDING, DELIVERED -> throw new WebhookDeliveryStatusException(delivery);
        }
        return delivery.response();
    }

    /** What names the member may have the member's words. */
    void memberForgotten(@Observes MemberForgotten forgotten) {
        deliveries.delete("locate(?1, body) > 0", forgotten.memberId().toString());
    }

    @Scheduled(every = "6h", delayed = "30m", identity = "forget-webhook-deliveries")
    @Transactional
    void forgetOld() {
        deliveries.delete("createdAt < ?1", clock.instant().minus(config.retention()));
    }
}
