package org.fengong.allocation.webhook;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event on its way to a webhook.
 *
 * @param id the header webhook-id
 * @param attempts begun so far, since it was resent if it was
 * @param nextAttemptAt absent when it is being sent, or there is none
 * @param lastStatus what the receiver answered last; absent when it did not answer
 * @param lastError why the last attempt failed, with the beginning of the answer
 */
record WebhookDeliveryResponse(
        UUID id,
        UUID webhookId,
        String eventType,
        WebhookDeliveryStatus status,
        int attempts,
        Instant createdAt,
        @Schema(nullable = true) Instant nextAttemptAt,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) Integer lastStatus,
        @Schema(nullable = true) String lastError) {}
