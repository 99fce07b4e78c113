package org.fengong.review.schedule;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;
import org.threeten.extra.YearWeek;

/**
 * @param nextFrom first week that the next review covers
 * @param nextDueWeek week in which it is opened, as long as the schedule is enabled
 */
record ReviewScheduleResponse(
        UUID teamId,
        int cadenceWeeks,
        boolean enabled,
        YearWeek nextFrom,
        @Schema(nullable = true) YearWeek nextDueWeek,
        long version)
        implements Versioned {
    static ReviewScheduleResponse of(ReviewSchedule schedule) {
        return new ReviewScheduleResponse(
                schedule.teamId(),
                schedule.cadenceWeeks(),
                schedule.enabled(),
                schedule.nextFrom(),
                schedule.enabled() ? schedule.nextFrom().plusWeeks(schedule.cadenceWeeks()) : null,
                schedule.version());
    }
}
