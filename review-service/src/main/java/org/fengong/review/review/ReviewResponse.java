package org.fengong.review.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;
import org.fengong.review.adjustment.Adjustment;
import org.fengong.review.adjustment.AdjustmentResponse;
import org.fengong.review.finding.Finding;
import org.fengong.review.metric.Metrics;
import org.threeten.extra.YearWeek;

/**
 * @param effects how numbers moved since adjustments of earlier reviews were accepted
 * @param names of the members, tasks, goals and skills whose ids stand in this review, as they are today
 */
public record ReviewResponse(
        UUID id,
        UUID teamId,
        YearWeek from,
        YearWeek to,
        ReviewStatus status,
        String openedBy,
        Instant openedAt,
        @Schema(nullable = true) Instant completedAt,
        Metrics metrics,
        List<Finding> findings,
        List<AdjustmentResponse> adjustments,
        List<Effect> effects,

        @Schema(nullable = true, description = "What became of skills that members were to learn.")
        List<TrainingEffect> trainingEffects,

        @Schema(nullable = true, description = "How numbers moved since changes of tasks were accepted.")
        List<TaskEffect> taskEffects,

        @Schema(description = "Names by id of the members, tasks, goals and skills in this review, as they are today.")
        Map<UUID, String> names,

        long version)
        implements Versioned {
    static ReviewResponse of(Review review, List<Adjustment> adjustments, Map<UUID, String> names) {
        return new ReviewResponse(
                review.id(),
                review.teamId(),
                review.from(),
                review.to(),
                review.status(),
                review.openedBy(),
                review.openedAt(),
                review.completedAt(),
                review.metrics(),
                review.findings(),
                adjustments.stream().map(AdjustmentResponse::of).toList(),
                review.effects(),
                review.trainingEffects(),
                review.taskEffects(),
                names,
                review.version());
    }
}
