package org.fengong.allocation.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a webhook may change.
 *
 * @param active false: nothing is sent, and what happens meanwhile is never sent
 */
@Schema(name = "WebhookForm")
record WebhookForm(
        @NotBlank @Size(max = CreateWebhookRequest.MAX_URL) String url,

        @NotEmpty @Size(max = CreateWebhookRequest.MAX_TYPES)
        List<@NotNull @Size(max = CreateWebhookRequest.MAX_TYPE) String> eventTypes,

        UUID teamId,
        @NotNull Boolean active) {}
