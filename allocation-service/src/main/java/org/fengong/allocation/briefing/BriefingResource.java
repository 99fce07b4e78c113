package org.fengong.allocation.briefing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.security.Roles;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Briefings", description = "What a member does, why, for which goal, and with whom (S5).")
class BriefingResource {
    private final BriefingService service;

    BriefingResource(BriefingService service) {
        this.service = service;
    }

    @GET
    @Path("/members/{id}/briefing")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read a member's briefing",
            description =
                    "Standing roles by week with the reason, the goal they serve, what they wait for and who waits for them, and what changed since the member has last acknowledged. For the member, the leads of the member's teams, admin, viewer and service. Its ETag is what an acknowledgement sends in If-Match.")
    public BriefingResponse getBriefing(UUID id) {
        return service.ofMember(id);
    }

    @PUT
    @Path("/members/{id}/briefing/acknowledgement")
    @RolesAllowed({Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Acknowledge one's own briefing",
            description =
                    "Says that the member has taken note of all roles as they stand. Refused when something changed since the briefing was read.")
    public BriefingResponse acknowledgeBriefing(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return service.acknowledge(id, ifMatch);
    }

    @GET
    @Path("/teams/{id}/briefing")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read the briefing of a team",
            description =
                    "The briefings of all who have a role in the team, as far as they are about it, who has yet to acknowledge, and the roles that nobody has.")
    public BriefingsResponse getTeamBriefing(UUID id) {
        return service.ofTeam(id);
    }

    @GET
    @Path("/tasks/{id}/briefing")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read the briefing of a task",
            description =
                    "The briefings of all who have a role of the task, as far as they are about it, and its roles that nobody has.")
    public BriefingsResponse getTaskBriefing(UUID id) {
        return service.ofTask(id);
    }
}
