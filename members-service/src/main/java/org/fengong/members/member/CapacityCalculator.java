package org.fengong.members.member;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.DoubleStream;
import org.fengong.members.holiday.Holiday;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * Minutes that a member can give to planned work.
 *
 * <pre>
 * gross(d)    = minutes of d's weekday in the latest pattern valid on day d; 0 before joinedOn and after leftOn
 * holiday(d)  = min(1, sum of the shares of the holidays on d)
 * absence(d)  = min(1 − holiday(d), sum of the shares of the absences that cover d)
 * factor(d)   = availability factor of that pattern, else the member's
 * capacity(w) = floor( Σ over the days d of week w of factor(d) × gross(d) × (1 − holiday(d) − absence(d)) )
 * </pre>
 *
 * The sum is exact; holiday and absence minutes that are shown are rounded up. A day alone is rounded likewise, so seven
 * days may give a few minutes less than their week.
 */
class CapacityCalculator {
    private final List<WorkingPattern> latestFirst;
    private final List<Absence> absences;
    private final List<Holiday> holidays;
    private final BigDecimal availabilityFactor;
    private final LocalDate joinedOn;
    private final LocalDate leftOn;

    CapacityCalculator(
            List<WorkingPattern> patterns,
            List<Absence> absences,
            List<Holiday> holidays,
            BigDecimal availabilityFactor,
            LocalDate joinedOn,
            LocalDate leftOn) {
        this.latestFirst = patterns.stream()
                .sorted(Comparator.comparing(WorkingPattern::validFrom).reversed())
                .toList();
        this.absences = absences;
        this.holidays = holidays;
        this.availabilityFactor = availabilityFactor;
        this.joinedOn = joinedOn;
        this.leftOn = leftOn;
    }

    WeekCapacity of(YearWeek week) {
        var sum = new Sum();
        for (var day = Weeks.monday(week); !day.isAfter(Weeks.sunday(week)); day = day.plusDays(1)) {
            sum.add(day, 100);
        }
        return new WeekCapacity(week, sum.gross, sum.holidayMinutes(), sum.absenceMinutes(), sum.capacityMinutes());
    }

    DayCapacity of(LocalDate day) {
        var sum = new Sum();
        sum.add(day, 100);
        return new DayCapacity(day, sum.gross, sum.holidayMinutes(), sum.absenceMinutes(), sum.capacityMinutes());
    }

    /**
     * The part of the week's capacity that a team has.
     *
     * @param sharePercent of each day
     */
    int sharedMinutes(YearWeek week, ToIntFunction<LocalDate> sharePercent) {
        var sum = new Sum();
        for (var day = Weeks.monday(week); !day.isAfter(Weeks.sunday(week)); day = day.plusDays(1)) {
            sum.add(day, sharePercent.applyAsInt(day));
        }
        return sum.capacityMinutes();
    }

    private final class Sum {
        private int gross;
        private int holidayHalves;
        private int absenceHalves;
        private BigDecimal capacityPercentHalves = BigDecimal.ZERO;

        void add(LocalDate day, int sharePercent) {
            var pattern = pattern(day);
            if (pattern == null) {
                return;
            }
            var minutes = pattern.minutes().get(day.getDayOfWeek().getValue() - 1);
            var free = halves(holidays.stream()
                    .filter(holiday -> holiday.day().equals(day))
                    .mapToDouble(Holiday::share));
            var away = Math.min(
                    2 - free,
                    halves(absences.stream()
                            .filter(a -> !day.isBefore(a.from()) && !day.isAfter(a.to()))
                            .mapToDouble(Absence::share)));
            var factor = pattern.availabilityFactor() == null ? availabilityFactor : pattern.availabilityFactor();
            gross += minutes;
            holidayHalves += minutes * free;
            absenceHalves += minutes * away;
            capacityPercentHalves = capacityPercentHalves.add(
                    factor.multiply(BigDecimal.valueOf((long) minutes * (2 - free - away) * sharePercent)));
        }

        int holidayMinutes() {
            return (holidayHalves + 1) / 2;
        }

        int absenceMinutes() {
            return (absenceHalves + 1) / 2;
        }

        int capacityMinutes() {
            return capacityPercentHalves
                    .divide(BigDecimal.valueOf(200), 0, RoundingMode.FLOOR)
                    .intValueExact();
        }
    }

    /** Null where the member does not work for the company. */
    private WorkingPattern pattern(LocalDate day) {
        if ((joinedOn != null && day.isBefore(joinedOn)) || (leftOn != null && day.isAfter(leftOn))) {
            return null;
        }
        return latestFirst.stream()
                .filter(pattern -> !day.isBefore(pattern.validFrom()))
                .findFirst()
                .orElse(null);
    }

    /** Halves of a day, two at most however many shares overlap. */
    private static int halves(DoubleStream shares) {
        return Math.min(2, (int) (2 * shares.sum()));
    }
}
