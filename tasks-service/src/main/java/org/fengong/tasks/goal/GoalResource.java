package org.fengong.tasks.goal;

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
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.fengong.tasks.organisation.TeamAccess;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/goals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "What a team wants, and the key results that show how far it is (P1, S2).")
class GoalResource {
    private final GoalService service;
    private final GoalRepository goals;
    private final TeamAccess access;

    GoalResource(GoalService service, GoalRepository goals, TeamAccess access) {
        this.service = service;
        this.goals = goals;
        this.access = access;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Create a goal", description = "By the lead of the team; its tasks then name it.")
    @APIResponseSchema(value = GoalResponse.class, responseCode = "201", responseDescription = "The goal.")
    public RestResponse<GoalResponse> createGoal(@NotNull @Valid CreateGoalRequest request, @Context UriInfo uri) {
        var created = GoalResponse.of(service.create(request));
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List goals",
            description = "Of the teams that the caller may read; sorted by key, fromDay or weight.")
    public Page<GoalResponse> listGoals(
            @RestQuery UUID teamId,
            @RestQuery @Size(max = 60) String key,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return goals.list(access.readable(), teamId, key, sort, cursor, limit).map(GoalResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a goal",
            description = "With its key results; its ETag is what a change sends in If-Match.")
    public GoalResponse getGoal(UUID id) {
        return GoalResponse.of(service.read(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Change a goal",
            description = "A merge patch; key results that keep their id keep their measurements.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateGoalRequest.class)))
    public GoalResponse patchGoal(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return GoalResponse.of(service.patch(id, EntityTags.requiredVersion(ifMatch), patch));
    }

    @POST
    @Path("/{id}/key-results/{keyResultId}/measurements")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Measure a key result",
            description = "The value becomes the current one; earlier values are kept.")
    public RestResponse<GoalResponse> measureKeyResult(
            UUID id, UUID keyResultId, @NotNull @Valid MeasureRequest request) {
        return RestResponse.ok(GoalResponse.of(service.measure(id, keyResultId, request)));
    }
}
