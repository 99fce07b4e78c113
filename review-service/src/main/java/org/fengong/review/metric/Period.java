package org.fengong.review.metric;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * Whole ISO weeks, first and last included.
 *
 * @param zone of the team: decides on which day something happened
 */
public record Period(YearWeek from, YearWeek to, ZoneId zone) {
    public int weekCount() {
        return Weeks.between(from, to) + 1;
    }

    public List<YearWeek> weeks() {
        return Weeks.range(from, weekCount());
    }

    public LocalDate firstDay() {
        return Weeks.monday(from);
    }

    public LocalDate lastDay() {
        return Weeks.sunday(to);
    }

    public Instant start() {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean contains(YearWeek week) {
        return !week.isBefore(from) && !week.isAfter(to);
    }

    public boolean contains(LocalDate day) {
        return day != null && !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    public boolean contains(Instant instant) {
        return contains(dayOf(instant));
    }

    /** The day of an instant for the team; null stays null. */
    public LocalDate dayOf(Instant instant) {
        return instant == null ? null : LocalDate.ofInstant(instant, zone);
    }
}
