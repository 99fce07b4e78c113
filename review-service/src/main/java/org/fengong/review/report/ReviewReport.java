package org.fengong.review.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.review.adjustment.AdjustmentResponse;
import org.fengong.review.finding.Finding;
import org.fengong.review.metric.Contributions;
import org.fengong.review.metric.Coordination;
import org.fengong.review.metric.Indicator;
import org.fengong.review.metric.LoadBalance;
import org.fengong.review.metric.PulseAverages;
import org.fengong.review.review.Effect;
import org.fengong.review.review.ReviewStatus;
import org.fengong.review.review.TaskEffect;
import org.fengong.review.review.TrainingEffect;
import org.fengong.review.urgent.UrgentFindingsResponse;
import org.threeten.extra.YearWeek;

/**
 * What stands on the page of a review.
 *
 * @param figures the numbers by which reviews are compared
 * @param loads members by the share of their capacity that is filled, the fullest first
 * @param goals what became of each, and who contributed
 * @param coordination how members work together; null in reviews from before it was measured
 * @param pulse how members find their work; null in reviews from before they were asked
 * @param urgentFindings what cannot wait for the next review, as it is now
 * @param effects before and after of what was accepted in earlier reviews
 * @param trainingEffects what became of skills that members were to learn
 * @param taskEffects before and after of the changes of tasks that were accepted in earlier reviews
 * @param names of members, tasks, goals and skills, as they are today
 */
record ReviewReport(
        UUID reviewId,
        UUID teamId,
        String teamName,
        YearWeek from,
        YearWeek to,
        ReviewStatus status,
        List<Figure> figures,
        List<YearWeek> weeks,
        List<LoadBalance.MemberLoad> loads,
        List<Contributions.GoalContribution> goals,
        @Schema(nullable = true) Coordination coordination,
        @Schema(nullable = true) PulseAverages pulse,
        @Schema(nullable = true) List<UrgentFindingsResponse.Item> urgentFindings,
        List<Finding> findings,
        List<AdjustmentResponse> adjustments,
        List<Effect> effects,
        @Schema(nullable = true) List<TrainingEffect> trainingEffects,
        @Schema(nullable = true) List<TaskEffect> taskEffects,
        Map<UUID, String> names) {
    /**
     * @param value null where this review could not measure it
     * @param previous of the review before; null when there is none or it could not
     * @param improved whether it is nearer to its ideal than before; null when one of the two is missing or they are equal
     * @param trend of the last reviews and this one, the oldest first
     */
    record Figure(
            Indicator indicator,
            String unit,
            @Schema(nullable = true) Double value,
            @Schema(nullable = true) Double previous,
            @Schema(nullable = true) Boolean improved,
            List<Point> trend) {}

    /** @param value null where that review could not measure it */
    record Point(
            UUID reviewId,
            YearWeek from,
            YearWeek to,
            @Schema(nullable = true) Double value) {}
}
