package org.fengong.review.urgent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/teams/{id}/urgent-findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Urgent findings", description = "What cannot wait for a team's next review.")
class UrgentFindingResource {
    private final UrgentFindings findings;
    private final UrgentDecisions decisions;

    UrgentFindingResource(UrgentFindings findings, UrgentDecisions decisions) {
        this.findings = findings;
        this.decisions = decisions;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.MEMBER, Roles.VIEWER, Roles.SERVICE})
    @Operation(
            summary = "Read what cannot wait",
            description =
                    "Members' weeks to come that hold more than they can give, also because somebody is away, and goals"
                            + " whose time runs away from their key results. Found within seconds of the news, and gone"
                            + " as soon as it is no longer so; at most what stands for one team, and so not paged.")
    public UrgentFindingsResponse getUrgentFindings(UUID id) {
        return findings.read(id);
    }

    /** Honours the Idempotency-Key itself: the answer of allocation-service must not be awaited in a transaction. */
    @POST
    @Path("/{findingId}/accept")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Accept what answers an urgent finding",
            description =
                    "Asks allocation-service for the draft of the proposed plan in the name of the team's lead; its planId"
                            + " says which, and the lead publishes it there. If allocation-service does not answer, it stays"
                            + " PROPOSED; repeating the request leads to the same plan. For the team's lead.")
    public RestResponse<UrgentFindingsResponse.Item> acceptUrgentFinding(
            UUID id, UUID findingId, @RestHeader("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey) {
        var decision = decisions.accept(id, findingId, idempotencyKey);
        var answer = RestResponse.ResponseBuilder.ok(decision.finding());
        if (decision.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.build();
    }

    @POST
    @Path("/{findingId}/decline")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Decline what answers an urgent finding",
            description = "The finding stands until it is no longer so; the reason is kept. For the team's lead.")
    public RestResponse<UrgentFindingsResponse.Item> declineUrgentFinding(
            UUID id, UUID findingId, @NotNull @Valid UrgentFindingDeclineRequest request) {
        return RestResponse.ok(decisions.decline(id, findingId, request.reason()));
    }
}
