package org.fengong.review.adjustment;

import java.util.UUID;

/** An adjustment as it is now. */
public record AdjustmentState(
        UUID reviewId,
        UUID adjustmentId,
        long version,
        UUID teamId,
        AdjustmentKind kind,
        AdjustmentStatus status,
        UUID planId,
        String actor,
        String reason) {
    public static final String PROPOSED = "fengong.review.adjustment-proposed.v1";
    public static final String DECIDED = "fengong.review.adjustment-decided.v1";

    public static AdjustmentState of(Adjustment adjustment) {
        return new AdjustmentState(
                adjustment.reviewId(),
                adjustment.id(),
                adjustment.version(),
                adjustment.teamId(),
                adjustment.kind(),
                adjustment.status(),
                adjustment.planId(),
                adjustment.decidedBy(),
                adjustment.reason());
    }
}
