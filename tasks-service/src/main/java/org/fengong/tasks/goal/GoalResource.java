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
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/goals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Goals", description = "What a team wants, and the key results that show how far it is (P1, S2).")
class GoalResource {
    private final GoalService service;

    GoalResource(GoalService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Create a goal",
            description =
                    "By the lead of the team; its tasks then name it. It may be part of a goal of any team whose goals the caller may read, over at most 5 levels.")
    @APIResponseSchema(value = GoalResponse.class, responseCode = "201", responseDescription = "The goal.")
    public RestResponse<GoalResponse> createGoal(@NotNull @Valid CreateGoalRequest request, @Context UriInfo uri) {
        var created = service.create(request);
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List goals",
            description =
                    "Of the teams that the caller may read; parentGoalId narrows them to the parts of a goal. Sorted by key, fromDay or weight.")
    public Page<GoalResponse> listGoals(
            @RestQuery UUID teamId,
            @RestQuery UUID parentGoalId,
            @RestQuery UUID ownerId,
            @RestQuery @Size(max = 60) String key,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return service.list(new GoalRepository.Filter(teamId, parentGoalId, ownerId, key), sort, cursor, limit);
    }

    @GET
    @Path("/tree")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read the tree of a team's goals",
            description =
                    "The team's goals that are no part of another one of its goals, by key, each with the goals below it: how far they are, what they weigh and how many tasks are open and completed. Goals of teams that the caller may not read are left out, yet they count.")
    public Page<GoalNode> getGoalTree(
            @RestQuery @NotNull UUID teamId, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.tree(teamId, cursor, limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a goal",
            description = "With its key results; its ETag is what a change sends in If-Match.")
    public GoalResponse getGoal(UUID id) {
        return service.read(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Change a goal",
            description =
                    "A merge patch; key results that keep their id keep their measurements. A parent that would close a cycle is refused and named.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateGoalRequest.class)))
    public GoalResponse patchGoal(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return service.patch(id, EntityTags.requiredVersion(ifMatch), patch);
    }

    @POST
    @Path("/{id}/key-results/{keyResultId}/measurements")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.SERVICE})
    @Operation(
            summary = "Measure a key result",
            description =
                    "By the goal's owner or the team's lead. The value becomes the current one; earlier values are kept.")
    public RestResponse<GoalResponse> measureKeyResult(
            UUID id, UUID keyResultId, @NotNull @Valid MeasureRequest request) {
        return RestResponse.ok(service.measure(id, keyResultId, request));
    }

    @GET
    @Path("/{id}/measurements")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the measurements of a goal",
            description =
                    "All values that its key results had, those of one with keyResultId; sorted by measuredOn or measuredAt, with a minus before the latest first.")
    public Page<MeasurementResponse> listMeasurements(
            UUID id,
            @RestQuery UUID keyResultId,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return service.measurements(id, keyResultId, sort, cursor, limit);
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of a goal",
            description = "Who changed which fields and when; the latest first. By default kept for three years.")
    public Page<ChangeResponse> listGoalHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
