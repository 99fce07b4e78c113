package org.fengong.review.review;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.review.metric.Indicator;

/**
 * How a number moved since an adjustment was accepted.
 *
 * @param reviewId the review that proposed it
 * @param planStatus of the plan that was asked for, when this was measured; null when it was not solved
 * @param before as that review measured it
 * @param after as this review measures it
 * @param improved whether it is nearer to its ideal
 */
public record Effect(
        UUID reviewId,
        UUID adjustmentId,
        UUID planId,
        @Schema(nullable = true) String planStatus,
        Indicator indicator,
        double before,
        double after,
        boolean improved) {}
