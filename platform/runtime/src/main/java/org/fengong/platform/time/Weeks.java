package org.fengong.platform.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.threeten.extra.YearWeek;

/** Arithmetic on ISO weeks. */
public final class Weeks {
    private static final int LENGTH = "2026-W49".length();

    private Weeks() {}

    public static YearWeek of(LocalDate day) {
        return YearWeek.from(day);
    }

    public static LocalDate monday(YearWeek week) {
        return week.atDay(DayOfWeek.MONDAY);
    }

    public static LocalDate sunday(YearWeek week) {
        return week.atDay(DayOfWeek.SUNDAY);
    }

    /**
     * Reads {@code 2026-W49}.
     *
     * @throws DateTimeParseException when it is none, or a week 53 of a year that has but 52, which
     *     {@link YearWeek#parse} takes for the first of the next, or of a year that has not four digits
     */
    public static YearWeek parse(String text) {
        var week = YearWeek.parse(text);
        if (!week.toString().equals(text) || text.length() != LENGTH) {
            throw new DateTimeParseException("not a week of that year", text, 0);
        }
        return week;
    }

    /** Whole weeks from one to the other; negative when the second is earlier. */
    public static int between(YearWeek from, YearWeek to) {
        return Math.toIntExact(ChronoUnit.WEEKS.between(monday(from), monday(to)));
    }

    /** {@code count} consecutive weeks, the first of them {@code from}. */
    public static List<YearWeek> range(YearWeek from, int count) {
        return Stream.iterate(from, week -> week.plusWeeks(1)).limit(count).toList();
    }
}
