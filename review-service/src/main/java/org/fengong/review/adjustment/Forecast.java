package org.fengong.review.adjustment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a move would do: two scenarios of allocation-service, of the same weeks and by the same policy, which differ in who
 * must get the role.
 *
 * @param withoutPlanId the scenario in which the role stays
 * @param withPlanId the scenario in which it moves
 * @param costDifference of the scenarios' values, with − without; below 0 the move makes the division of labour better
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
     * @param loadRatioBefore minutes ÷ capacity over the plan's weeks when the role stays; null without capacity
     * @param loadRatioAfter the same when it moves
     */
    public record MemberForecast(
            UUID memberId,
            int differenceMinutes,
            @Schema(nullable = true) Double loadRatioBefore,
            @Schema(nullable = true) Double loadRatioAfter) {}
}
