package org.fengong.review.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.fengong.review.adjustment.AdjustmentResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/reviews/{reviewId}/adjustments/{adjustmentId}")
@Tag(name = "Adjustments", description = "Decisions on what a review proposes; each is taken once.")
class AdjustmentResource {
    private final DecisionService service;

    AdjustmentResource(DecisionService service) {
        this.service = service;
    }

    /** Honours the Idempotency-Key itself: the answer of allocation-service must not be awaited in a transaction. */
    @POST
    @Path("/accept")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Accept an adjustment",
            description =
                    "Asks allocation-service for the draft of a new plan in the name of the team's lead; planId says"
                            + " which, and the lead publishes it there. A MOVE's plan must give the role to its new member."
                            + " An ESTIMATE and a COLLABORATOR change roles in tasks-service, a SPLIT creates a task there,"
                            + " which taskId names; of a TRAIN the decision itself is the record. If the other service does"
                            + " not answer, the adjustment stays PROPOSED; repeating the request leads to the same plan,"
                            + " task or change. For the team's lead.")
    public RestResponse<AdjustmentResponse> acceptAdjustment(
            UUID reviewId,
            UUID adjustmentId,
            @RestHeader("Idempotency-Key") @Size(min = 1, max = 200) String idempotencyKey) {
        var decision = service.accept(reviewId, adjustmentId, idempotencyKey);
        var answer = RestResponse.ResponseBuilder.ok(decision.adjustment());
        if (decision.replayed()) {
            answer.header("Idempotency-Replayed", "true");
        }
        return answer.build();
    }

    @POST
    @Path("/decline")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Decline an adjustment",
            description = "The reason is kept and told to other systems. For the team's lead.")
    public RestResponse<AdjustmentResponse> declineAdjustment(
            UUID reviewId, UUID adjustmentId, @NotNull @Valid DeclineRequest request) {
        return RestResponse.ok(service.decline(reviewId, adjustmentId, request.reason()));
    }
}
