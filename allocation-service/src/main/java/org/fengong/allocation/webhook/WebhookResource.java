package org.fengong.allocation.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Other systems are told of events by signed HTTP requests.")
class WebhookResource {
    private final Webhooks service;
    private final WebhookRepository webhooks;
    private final WebhookDeliveryRepository deliveries;

    WebhookResource(Webhooks service, WebhookRepository webhooks, WebhookDeliveryRepository deliveries) {
        this.service = service;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Create a webhook",
            description =
                    "From now on the events of these types are sent to it. The answer has the secret of its signatures, which is not shown again.")
    @APIResponseSchema(value = WebhookResponse.class, responseCode = "201", responseDescription = "The webhook.")
    public RestResponse<WebhookResponse> createWebhook(
            @NotNull @Valid CreateWebhookRequest request, @Context UriInfo uri) {
        var created = service.create(request);
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "List webhooks", description = "By team, or whether they are active; the oldest first.")
    public Page<WebhookResponse> listWebhooks(
            @RestQuery UUID teamId,
            @RestQuery Boolean active,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return webhooks.list(teamId, active, cursor, limit).map(WebhookResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Read a webhook", description = "Without its secret.")
    public WebhookResponse getWebhook(UUID id) {
        return WebhookResponse.of(webhooks.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Change a webhook",
            description =
                    "A merge patch: null deletes, an absent field stays. One that is made active again gets what waited for it, but nothing that happened meanwhile.")
    @RequestBody(content = @Content(schema = @Schema(implementation = WebhookForm.class)))
    public WebhookResponse patchWebhook(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return service.patch(id, EntityTags.requiredVersion(ifMatch), patch);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(summary = "Delete a webhook", description = "With its deliveries; nothing is sent to it any more.")
    public void deleteWebhook(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        service.delete(id, EntityTags.requiredVersion(ifMatch));
    }

    @POST
    @Path("/{id}/rotate-secret")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "Give a webhook a new secret",
            description =
                    "The answer has it, and it is not shown again. For a day messages carry a signature of the previous secret, too.")
    public RestResponse<WebhookResponse> rotateWebhookSecret(UUID id) {
        return RestResponse.ok(service.rotateSecret(id));
    }

    @GET
    @Path("/{id}/deliveries")
    @RolesAllowed({Roles.ADMIN, Roles.SERVICE})
    @Operation(
            summary = "List the deliveries to a webhook",
            description = "By status, the latest first, with the outcome of the last attempt.")
    public Page<WebhookDeliveryResponse> listWebhookDeliveries(
            UUID id,
            @RestQuery WebhookDeliveryStatus status,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return deliveries.list(webhooks.require(id).id(), status, cursor, limit).map(WebhookDelivery::response);
    }
}
