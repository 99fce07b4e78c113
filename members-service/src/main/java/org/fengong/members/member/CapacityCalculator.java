package org.fengong.members.member;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * Minutes that a member can give to planned work.
 *
 * <pre>
 * gross(d)      = minutes of d's weekday in the latest pattern valid on day d; 0 before joinedOn and after leftOn
 * away(d)       = min(1, sum of the shares of the absences that cover d)
 * capacity(w)   = floor( availabilityFactor × Σ over the days d of week w of gross(d) × (1 − away(d)) )
 * </pre>
 *
 * The sum is exact to the half minute; the absence minutes that are shown are rounded up.
 */
class CapacityCalculator {
    private final List<WorkingPattern> latestFirst;
    private final List<Absence> absences;
    private final BigDecimal availabilityFactor;
    private final LocalDate joinedOn;
    private final LocalDate leftOn;

    CapacityCalculator(
            List<WorkingPattern> patterns,
            List<Absence> absences,
            BigDecimal availabilityFactor,
            LocalDate joinedOn,
            LocalDate leftOn) {
        this.latestFirst = patterns.stream()
                .sorted(Comparator.comparing(WorkingPattern::validFrom).reversed())
                .toList();
        this.absences = absences;
        this.availabilityFactor = availabilityFactor;
        this.joinedOn = joinedOn;
        this.leftOn = leftOn;
    }

    WeekCapacity of(YearWeek week) {
        int gross = 0;
        int awayHalfMinutes = 0;
        for (var day = Weeks.monday(week); !day.isAfter(Weeks.sunday(week)); day = day.plusDays(1)) {
            var minutes = grossMinutes(day);
            gross += minutes;
            awayHalfMinutes += minutes * awayHalves(day);
        }
        var net = BigDecimal.valueOf(2L * gross - awayHalfMinutes).divide(BigDecimal.valueOf(2));
        var capacity =
                availabilityFactor.multiply(net).setScale(0, RoundingMode.FLOOR).intValueExact();
        return new WeekCapacity(week, gross, (awayHalfMinutes + 1) / 2, capacity);
    }

    private int grossMinutes(LocalDate day) {
        if ((joinedOn != null && day.isBefore(joinedOn)) || (leftOn != null && day.isAfter(leftOn))) {
            return 0;
        }
        return latestFirst.stream()
                .filter(pattern -> !day.isBefore(pattern.validFrom()))
                .findFirst()
                .map(pattern -> pattern.minutes().get(day.getDayOfWeek().getValue() - 1))
                .orElse(0);
    }

    /** Halves of the day away, two at most however many absences overlap. */
    private int awayHalves(LocalDate day) {
        return Math.min(
                2,
                absences.stream()
                        .filter(a -> !day.isBefore(a.from()) && !day.isAfter(a.to()))
                        .mapToInt(a -> a.share() == 1.0 ? 2 : 1)
                        .sum());
    }
}
