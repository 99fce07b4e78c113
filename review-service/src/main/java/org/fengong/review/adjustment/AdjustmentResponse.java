package org.fengong.review.adjustment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;
import org.fengong.review.metric.Indicator;

/**
 * @param findingIds findings of the review that it answers
 * @param indicators numbers that should move when it works; the next review tells
 * @param planId the draft that was asked for when it was accepted; its lead publishes it in allocation-service
 */
public record AdjustmentResponse(
        UUID id,
        UUID reviewId,
        UUID teamId,
        AdjustmentKind kind,
        AdjustmentStatus status,
        String text,
        String expectedEffect,
        List<String> findingIds,
        List<Indicator> indicators,
        Replan replan,
        @Schema(nullable = true) UUID planId,
        @Schema(nullable = true) String decidedBy,
        @Schema(nullable = true) Instant decidedAt,
        @Schema(nullable = true) String reason,
        long version)
        implements Versioned {
    public static AdjustmentResponse of(Adjustment adjustment) {
        return new AdjustmentResponse(
                adjustment.id(),
                adjustment.reviewId(),
                adjustment.teamId(),
                adjustment.kind(),
                adjustment.status(),
                adjustment.text(),
                adjustment.expectedEffect(),
                adjustment.findingIds(),
                adjustment.indicators(),
                adjustment.replan(),
                adjustment.planId(),
                adjustment.decidedBy(),
                adjustment.decidedAt(),
                adjustment.reason(),
                adjustment.version());
    }
}
