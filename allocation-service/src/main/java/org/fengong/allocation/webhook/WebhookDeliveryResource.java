package org.fengong.allocation.webhook;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/webhook-deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class WebhookDeliveryResource {
    private final WebhookDeliveries service;

    WebhookDeliveryResource(WebhookDeliveries service) {
        this.service = service;
    }

    @POST
    @Path("/{id}/resend")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Send a delivery again",
            description =
                    "A dead one, which has all its attempts again, or a failed one before its time. The message is the same, with the same webhook-id.")
    public RestResponse<WebhookDeliveryResponse> resendWebhookDelivery(UUID id) {
        return RestResponse.ok(service.resend(id));
    }
}
