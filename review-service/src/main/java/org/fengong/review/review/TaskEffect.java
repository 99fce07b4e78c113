package org.fengong.review.review;

import java.util.UUID;
import org.fengong.review.adjustment.AdjustmentKind;
import org.fengong.review.metric.Indicator;

/**
 * How a number moved since a change of tasks was accepted.
 *
 * @param reviewId the review that proposed it
 * @param before as that review measured it
 * @param after as this review measures it
 * @param improved whether it is nearer to its ideal
 */
public record TaskEffect(
        UUID reviewId,
        UUID adjustmentId,
        AdjustmentKind kind,
        Indicator indicator,
        double before,
        double after,
        boolean improved) {}
