package org.fengong.allocation.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * A receiver of events.
 *
 * @param inactiveReason why it was switched off, when nobody did it
 * @param secret what signatures are made with; only in the answer to the request that made it
 */
record WebhookResponse(
        UUID id,
        String url,
        List<String> eventTypes,
        @Schema(nullable = true) UUID teamId,
        boolean active,
        @Schema(nullable = true) String inactiveReason,
        @Schema(nullable = true) String secret,
        String createdBy,
        Instant createdAt,
        long version)
        implements Versioned {
    static WebhookResponse of(Webhook webhook) {
        return webhook.response(null);
    }

    static WebhookResponse withSecret(Webhook webhook, WebhookSecrets secrets) {
        return webhook.response(webhook.secret(secrets));
    }
}
