package org.fengong.review.schedule;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;
import org.threeten.extra.YearWeek;

/**
 * @param cadenceWeeks weeks between two reviews; about as many where months decide
 * @param cadence null where only weeks were named
 * @param nextFrom first week that the next review covers
 * @param nextDueWeek week in which it is opened, as long as the schedule is enabled
 * @param next the next reviews, as long as the schedule is enabled
 */
record ReviewScheduleResponse(
        UUID teamId,
        int cadenceWeeks,
        @Schema(nullable = true) Cadence cadence,
        boolean enabled,
        YearWeek nextFrom,
        @Schema(nullable = true) YearWeek nextDueWeek,
        List<NextReview> next,
        long version)
        implements Versioned {
    private static final int LISTED = 4;

    /**
     * @param from first week that it covers
     * @param to last week that it covers
     * @param dueWeek in which it is opened
     */
    record NextReview(YearWeek from, YearWeek to, YearWeek dueWeek) {
        static NextReview of(ReviewSchedule.DuePeriod period) {
            return new NextReview(period.from(), period.to(), period.to().plusWeeks(1));
        }
    }

    static ReviewScheduleResponse of(ReviewSchedule schedule) {
        var next = schedule.next(LISTED).stream().map(NextReview::of).toList();
        return new ReviewScheduleResponse(
                schedule.teamId(),
                schedule.cadenceWeeks(),
                schedule.cadence(),
                schedule.enabled(),
                schedule.nextFrom(),
                next.isEmpty() ? null : next.get(0).dueWeek(),
                next,
                schedule.version());
    }
}
