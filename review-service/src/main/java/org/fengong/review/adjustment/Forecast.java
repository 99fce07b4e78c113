package org.fengong.review.adjustment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a change of a role would do: two scenarios of allocation-service, of the same weeks and by the same policy, which
 * differ in the change alone.
 *
 * @param withoutPlanId the scenario in which nothing changes
 * @param withPlanId the scenario in which what is proposed is so
 * @param costDifference of the scenarios' values, with − without; below 0 the change makes the division of labour better
 * @param members those whose minutes differ, the largest difference first
 */
public record Forecast(
        ForecastStatus status,
        Instant computedAt,
        @Schema(nullable = true) UUID withoutPlanId,
        @Schema(nullable = true) UUID withPlanId,
        @Schema(nullable = true) Long costDifference,
        List<MemberForecast> members) {
    /**
     * @param loadRatioBefore minutes ÷ capacity over the plan's weeks when nothing changes; null without capacity
     * @param loadRatioAfter the same with the change
     */
    public record MemberForecast(
            UUID memberId,
            int differenceMinutes,
            @Schema(nullable = true) Double loadRatioBefore,
            @Schema(nullable = true) Double loadRatioAfter) {}
}
