package org.fengong.review.schedule;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/** How often a team is reviewed. A week belongs to the month and the quarter in which its Thursday lies, as in ISO 8601. */
enum Cadence {
    WEEKLY(1, 0),
    EVERY_TWO_WEEKS(2, 0),
    MONTHLY(4, 1),
    QUARTERLY(13, 3);

    private final int weeks;
    private final int months;

    Cadence(int weeks, int months) {
        this.weeks = weeks;
        this.months = months;
    }

    /** Exactly, or about as many where months decide. */
    int weeks() {
        return weeks;
    }

    boolean isOfMonths() {
        return months > 0;
    }

    /** The last week of the period of which this is one. */
    YearWeek lastWeek(YearWeek first) {
        if (!isOfMonths()) {
            return first.plusWeeks(weeks - 1);
        }
        var thursday = first.atDay(DayOfWeek.THURSDAY);
        var lastMonth = (thursday.getMonthValue() - 1) / months * months + months;
        return Weeks.of(thursday.withDayOfMonth(1)
                .withMonth(lastMonth)
                .with(TemporalAdjusters.lastInMonth(DayOfWeek.THURSDAY)));
    }
}
