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
 * @param replan the plan that accepting it asks for; of what asks for none of 0 weeks
 * @param move of a MOVE the role that the plan must give to another member
 * @param training what a TRAIN records
 * @param estimates of an ESTIMATE the roles whose effort changes
 * @param split of a SPLIT the role that its task's owner is to split
 * @param collaboration of a COLLABORATOR the role that another department is asked for
 * @param forecast what a change of a role would do; absent until it is computed, some seconds after the review was opened
 * @param planId the draft that was asked for when it was accepted; its lead publishes it in allocation-service
 * @param taskId of a SPLIT the task that was created when it was accepted
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
        @Schema(nullable = true) Move move,
        @Schema(nullable = true) Training training,
        @Schema(nullable = true) List<NewEstimate> estimates,
        @Schema(nullable = true) Split split,
        @Schema(nullable = true) Collaboration collaboration,
        @Schema(nullable = true) Forecast forecast,
        @Schema(nullable = true) UUID planId,
        @Schema(nullable = true) UUID taskId,
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
                adjustment.move(),
                adjustment.training(),
                adjustment.estimates(),
                adjustment.split(),
                adjustment.collaboration(),
                adjustment.forecast(),
                adjustment.planId(),
                adjustment.taskId(),
                adjustment.decidedBy(),
                adjustment.decidedAt(),
                adjustment.reason(),
                adjustment.version());
    }
}
