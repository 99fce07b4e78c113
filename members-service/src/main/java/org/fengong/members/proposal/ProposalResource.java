package org.fengong.members.proposal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.http.Created;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/members/{id}/level-proposals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class ProposalResource {
    private final ProposalService service;

    ProposalResource(ProposalService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(
            summary = "Propose an own level",
            description =
                    "By the member. The level holds once the lead of one of the member's teams confirms it; one open proposal for a skill.")
    @APIResponseSchema(value = LevelProposalResponse.class, responseCode = "201", responseDescription = "The proposal.")
    public RestResponse<LevelProposalResponse> createLevelProposal(
            UUID id, @NotNull @Valid ProposeLevelRequest request, @Context UriInfo uri) {
        var proposal = service.propose(id, request);
        return Created.at(uri, proposal.id(), proposal);
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "List a member's proposals of levels",
            description =
                    "The latest first, decided ones included. For the member, the leads of its teams and those who read everything.")
    public Page<LevelProposalResponse> listLevelProposals(
            UUID id,
            @RestQuery ProposalStatus status,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return service.list(id, status, cursor, limit).map(LevelProposal::response);
    }

    @GET
    @Path("/{proposalId}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(summary = "Read a proposal of a level", description = "With its decision, once there is one.")
    public LevelProposalResponse getLevelProposal(UUID id, UUID proposalId) {
        return service.find(id, proposalId);
    }

    @POST
    @Path("/{proposalId}/confirm")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Confirm a proposed level",
            description =
                    "By an administrator or the lead of one of the member's teams, but never by the member. The member has the level from then on.")
    public RestResponse<LevelProposalResponse> confirmLevelProposal(UUID id, UUID proposalId) {
        return RestResponse.ok(service.confirm(id, proposalId));
    }

    @POST
    @Path("/{proposalId}/decline")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD})
    @Operation(
            summary = "Decline a proposed level",
            description =
                    "By an administrator or the lead of one of the member's teams, with the reason, but never by the member.")
    public RestResponse<LevelProposalResponse> declineLevelProposal(
            UUID id, UUID proposalId, @NotNull @Valid DeclineProposalRequest request) {
        return RestResponse.ok(service.decline(id, proposalId, request.reason()));
    }

    @POST
    @Path("/{proposalId}/withdraw")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER})
    @Operation(summary = "Withdraw an own proposal", description = "By the member, while nobody has decided.")
    public RestResponse<LevelProposalResponse> withdrawLevelProposal(UUID id, UUID proposalId) {
        return RestResponse.ok(service.withdraw(id, proposalId));
    }
}
