package org.fengong.allocation.webhook;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** An event on its way to a webhook; its id is the message's. */
@Entity
class WebhookDelivery {
    @Id
    private UUID id;

    private UUID webhookId;
    private String eventType;
    private String body;
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private WebhookDeliveryStatus status = WebhookDeliveryStatus.PENDING;

    private int attempts;
    private Instant dueAt;
    private Instant endedAt;
    private Integer lastStatus;
    private String lastError;

    protected WebhookDelivery() {}

    /** @param body what is sent, byte by byte */
    static WebhookDelivery of(Webhook webhook, String eventType, Instant now, String body) {
        var delivery = new WebhookDelivery();
        delivery.id = Generators.timeBasedEpochGenerator().generate();
        delivery.webhookId = webhook.id();
        delivery.eventType = eventType;
        delivery.body = body;
        delivery.createdAt = now;
        delivery.dueAt = now;
        return delivery;
    }

    /** @param lostAt when it is sent again unless its outcome is known by then */
    void claim(Instant lostAt) {
        status = WebhookDeliveryStatus.SENDING;
        attempts++;
        dueAt = lostAt;
    }

    void delivered(Attempt attempt, Instant now) {
        end(WebhookDeliveryStatus.DELIVERED, attempt, now);
    }

    void dead(Attempt attempt, Instant now) {
        end(WebhookDeliveryStatus.DEAD, attempt, now);
    }

    private void end(WebhookDeliveryStatus as, Attempt attempt, Instant now) {
        status = as;
        endedAt = now;
        note(attempt);
    }

    void failed(Attempt attempt, Instant next) {
        status = WebhookDeliveryStatus.PENDING;
        dueAt = next;
        note(attempt);
    }

    private void note(Attempt attempt) {
        lastStatus = attempt.status();
        lastError = attempt.error();
    }

    /** A dead one has all its attempts again; one that waits for its next attempt waits no longer. */
    void resend(Instant now) {
        if (status == WebhookDeliveryStatus.DEAD) {
            attempts = 0;
        }
        status = WebhookDeliveryStatus.PENDING;
        endedAt = null;
        dueAt = now;
    }

    WebhookDeliveryResponse response() {
        return new WebhookDeliveryResponse(
                id,
                webhookId,
                eventType,
                status,
                attempts,
                createdAt,
                status == WebhookDeliveryStatus.PENDING ? dueAt : null,
                endedAt,
                lastStatus,
                lastError);
    }

    UUID id() {
        return id;
    }

    WebhookDeliveryStatus status() {
        return status;
    }

    int attempts() {
        return attempts;
    }

    String body() {
        return body;
    }
}
