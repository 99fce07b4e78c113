package org.fengong.allocation.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/** Counts the days on which somebody works. */
public final class WorkingDays {
    /** Who does not work for so long has that many days; above the longest leave that is usual. */
    private static final int MOST_DAYS = 366;

    private WorkingDays() {}

    /**
     * When the member's n-th working day is over, where the member is.
     *
     * @param since the day of it does not count, for it may be nearly over
     * @param n at least 1
     */
    public static Instant end(MemberState member, Instant since, int n) {
        var zone = ZoneId.of(member.timeZone());
        return last(since.atZone(zone).toLocalDate(), n, day -> Capacity.worksOn(member, day))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    /**
     * The n-th working day after a day.
     *
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
