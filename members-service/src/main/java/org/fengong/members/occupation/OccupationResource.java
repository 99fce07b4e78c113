package org.fengong.members.occupation;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/occupations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Occupations", description = "What people are by profession, and the skills that it takes.")
class OccupationResource {
    private final OccupationService service;
    private final OccupationRepository occupations;

    OccupationResource(OccupationService service, OccupationRepository occupations) {
        this.service = service;
        this.occupations = occupations;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Create an occupation",
            description = "The key must be free in the whole company. A skill is essential or optional, or not named.")
    @APIResponseSchema(value = OccupationResponse.class, responseCode = "201", responseDescription = "The occupation.")
    public RestResponse<OccupationResponse> createOccupation(
            @NotNull @Valid CreateOccupationRequest request, @Context UriInfo uri) {
        var created = service.create(request);
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "List occupations", description = "Sorted by key, or by nameEn.")
    public Page<OccupationResponse> listOccupations(
            @RestQuery @Size(max = 60) String key,
            @RestQuery @Size(max = 300) String escoUri,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return occupations.list(key, escoUri, sort, cursor, limit).map(OccupationResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "Read an occupation", description = "Its ETag is what a change sends in If-Match.")
    public OccupationResponse getOccupation(UUID id) {
        return OccupationResponse.of(occupations.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Change an occupation", description = "A merge patch: null deletes, an absent field stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateOccupationRequest.class)))
    public OccupationResponse patchOccupation(
            UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return service.patch(id, EntityTags.requiredVersion(ifMatch), patch);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of an occupation",
            description = "Who changed which fields and when; the latest first. By default kept for three years.")
    public Page<ChangeResponse> listOccupationHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
