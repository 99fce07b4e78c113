package org.fengong.review.urgent;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.review.adjustment.AdjustmentStatus;
import org.fengong.review.allocation.ReplanPolicy;

/**
 * The draft of a plan that would answer a finding.
 *
 * @param weeks its horizon
 * @param planId the draft that was asked for when it was accepted; its lead publishes it in allocation-service
 */
@Schema(name = "UrgentProposal")
public record UrgentProposal(
        int weeks,
        ReplanPolicy policy,
        AdjustmentStatus status,
        @Schema(nullable = true) UUID planId,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String reason) {}
