package org.fengong.review.member;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.threeten.extra.YearWeek;

/**
 * When a member has time.
 *
 * @param joinedOn null when always there
 * @param leftOn last day, null while there
 * @param factor share of the working time that planned work may take where the pattern says nothing
 */
record Availability(
        LocalDate joinedOn,
        LocalDate leftOn,
        double factor,
        List<WorkingPattern> workingPatterns,
        List<Absence> absences,
        List<Holiday> holidays) {
    Availability {
        holidays = holidays == null ? List.of() : holidays; // kept before there were any
    }

    /**
     * @param minutes of Monday to Sunday, from that day on until the next pattern begins
     * @param availabilityFactor null: the member's own
     */
    record WorkingPattern(LocalDate validFrom, List<Integer> minutes, Double availabilityFactor) {}

    /** @param share part of the day that is free */
    record Holiday(LocalDate day, double share) {}

    /** @param share part of each day that is away, first and last day included */
    record Absence(LocalDate from, LocalDate to, double share) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Capacity of a week in minutes = Σ over its days of pattern minutes · factor · (1 − free − away), rounded down. */
    int capacityMinutes(YearWeek week) {
        var minutes = 0.0;
        for (var weekday : DayOfWeek.values()) {
            var day = week.atDay(weekday);
            if (isThere(day)) {
                minutes += plannableMinutes(day) * (1 - awayShare(day));
            }
        }
        return (int) Math.floor(minutes + 1e-6);
    }

    /** True when an absence takes some of the week. */
    boolean isAway(YearWeek week) {
        return Arrays.stream(DayOfWeek.values())
                .map(week::atDay)
                .anyMatch(day -> absences.stream().anyMatch(absence -> absence.covers(day)));
    }

    private boolean isThere(LocalDate day) {
        return (joinedOn == null || !day.isBefore(joinedOn)) && (leftOn == null || !day.isAfter(leftOn));
    }

    private double plannableMinutes(LocalDate day) {
        return workingPatterns.stream()
                .filter(pattern -> !pattern.validFrom().isAfter(day))
                .max(Comparator.comparing(WorkingPattern::validFrom))
                .map(pattern -> pattern.minutes().get(day.getDayOfWeek().ordinal())
                        * (pattern.availabilityFactor() == null ? factor : pattern.availabilityFactor()))
                .orElse(0.0);
    }

    private double awayShare(LocalDate day) {
        var away = absences.stream().filter(absence -> absence.covers(day)).mapToDouble(Absence::share);
        var free =
                holidays.stream().filter(holiday -> holiday.day().equals(day)).mapToDouble(Holiday::share);
        return Math.min(1.0, DoubleStream.concat(away, free).sum());
    }
}
