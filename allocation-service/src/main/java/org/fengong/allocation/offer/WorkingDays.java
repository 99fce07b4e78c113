package org.fengong.allocation.offer;

import java.time.LocalDate;
import java.util.function.Predicate;

/** Counts the days on which somebody works. */
final class WorkingDays {
    /** Who does not work for so long has that many days. */
    private static final int MOST_DAYS = 60;

    private WorkingDays() {}

    /**
     * The n-th working day after a day; that day itself does not count, for it may be nearly over.
     *
     * @param n at least 1
     * @return the last day that is looked at when there are fewer
     */
    static LocalDate last(LocalDate after, int n, Predicate<LocalDate> works) {
        var day = after;
        for (int found = 0; found < n && day.isBefore(after.plusDays(MOST_DAYS)); ) {
            day = day.plusDays(1);
            found += works.test(day) ? 1 : 0;
        }
        return day;
    }
}
