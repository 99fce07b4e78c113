package org.fengong.members.team;

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
import jakarta.ws.rs.PUT;
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
import org.fengong.members.member.MembershipTerms;
import org.fengong.members.member.Memberships;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.Created;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Teams", description = "People who plan together, and how much of each member a team has.")
class TeamResource {
    private final TeamService service;
    private final TeamRepository teams;
    private final Memberships memberships;

    TeamResource(TeamService service, TeamRepository teams, Memberships memberships) {
        this.service = service;
        this.teams = teams;
        this.memberships = memberships;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Create a team",
            description = "Its lead plans for it; members follow with PUT /teams/{id}/members/{memberId}.")
    @APIResponseSchema(value = TeamResponse.class, responseCode = "201", responseDescription = "The team.")
    public RestResponse<TeamResponse> createTeam(@NotNull @Valid CreateTeamRequest request, @Context UriInfo uri) {
        var created = service.create(request);
        return Created.at(uri, created.id(), created);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "List teams", description = "Sorted by key, or by name.")
    public Page<TeamSummary> listTeams(
            @RestQuery @Size(max = 60) String key,
            @RestQuery UUID leadId,
            @RestQuery @Size(max = 200) String sort,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return teams.list(key, leadId, sort, cursor, limit).map(TeamSummary::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a team",
            description = "With its memberships; its ETag is what a change sends in If-Match.")
    public TeamResponse getTeam(UUID id) {
        return TeamResponse.of(teams.require(id), memberships.of(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Change a team", description = "A merge patch: null deletes, an absent field stays.")
    @RequestBody(content = @Content(schema = @Schema(implementation = CreateTeamRequest.class)))
    public TeamResponse patchTeam(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull JsonNode patch) {
        return service.patch(id, EntityTags.requiredVersion(ifMatch), patch);
    }

    @PUT
    @Path("/{id}/members/{memberId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Put a member into a team",
            description =
                    "Or change the share and period. The shares of a member's teams never pass 100 % on any day. If-Match is the team's ETag.")
    public TeamResponse putTeamMember(
            UUID id,
            UUID memberId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid MembershipTerms terms) {
        return service.putMember(id, memberId, EntityTags.requiredVersion(ifMatch), terms);
    }

    @DELETE
    @Path("/{id}/members/{memberId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Take a member out of a team",
            description = "As if the membership had never been; to end it on a day, put it with a last day.")
    public TeamResponse deleteTeamMember(UUID id, UUID memberId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return service.removeMember(id, memberId, EntityTags.requiredVersion(ifMatch));
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List the changes of a team",
            description =
                    "Who changed which fields, memberships included, when and why; the latest first. By default kept for three years.")
    public Page<ChangeResponse> listTeamHistory(
            UUID id, @RestQuery @Size(max = 2000) String cursor, @RestQuery Integer limit) {
        return service.history(id, cursor, limit);
    }
}
