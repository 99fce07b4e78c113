package org.fengong.allocation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
    private static final Predicate<LocalDate> MONDAY_TO_FRIDAY =
            day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;

    @Test
    void doesNotCountTheDayOfTheOffer() {
        assertThat(WorkingDays.last(FRIDAY.minusDays(4), 1, MONDAY_TO_FRIDAY)).isEqualTo(FRIDAY.minusDays(3));
    }

    @Test
    void passesOverWhatIsNoWorkingDay() {
        assertThat(WorkingDays.last(FRIDAY, 1, MONDAY_TO_FRIDAY)).isEqualTo(FRIDAY.plusDays(3));
        assertThat(WorkingDays.last(FRIDAY, 6, MONDAY_TO_FRIDAY)).isEqualTo(FRIDAY.plusDays(10));
        assertThat(WorkingDays.last(FRIDAY.plusDays(1), 1, MONDAY_TO_FRIDAY)).isEqualTo(FRIDAY.plusDays(3));
    }

    @Test
    void endsForSomebodyWhoDoesNotWork() {
        assertThat(WorkingDays.last(FRIDAY, 2, day -> false)).isEqualTo(FRIDAY.plusDays(366));
    }

    @Property
    void leavesExactlySoManyWorkingDays(@ForAll long days, @ForAll @IntRange(min = 1, max = 20) int n) {
        var works = BitSet.valueOf(new long[] {days});
        Predicate<LocalDate> worksOn = day -> works.get((int) (day.toEpochDay() - FRIDAY.toEpochDay()));

        var last = WorkingDays.last(FRIDAY, n, worksOn);

        var counted =
                FRIDAY.plusDays(1).datesUntil(last.plusDays(1)).filter(worksOn).count();
        var all = FRIDAY.plusDays(1)
                .datesUntil(FRIDAY.plusDays(367))
                .filter(worksOn)
                .count();
        assertThat(counted).isEqualTo(Math.min(n, all));
        assertThat(all < n || worksOn.test(last)).isTrue();
    }
}
