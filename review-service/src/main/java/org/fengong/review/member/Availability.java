package org.fengong.review.member;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.threeten.extra.YearWeek;

/**
 * When a member has time.
 *
 * @param joinedOn null when always there
 * @param leftOn last day, null while there
 * @param factor share of the working time that planned work may take
 */
record Availability(
        LocalDate joinedOn,
        LocalDate leftOn,
        double factor,
        List<WorkingPattern> workingPatterns,
        List<Absence> absences) {
    /** @param minutes of Monday to Sunday, from that day on until the next pattern begins */
    record WorkingPattern(LocalDate validFrom, List<Integer> minutes) {}

    /** @param share part of each day that is away, first and last day included */
    record Absence(LocalDate from, LocalDate to, double share) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Capacity of a week in minutes = Σ over its days of pattern minutes · factor · (1 − away), rounded down. */
    int capacityMinutes(YearWeek week) {
        var minutes = 0.0;
        for (var weekday : DayOfWeek.values()) {
            var day = week.atDay(weekday);
            if (isThere(day)) {
                minutes += patternMinutes(day) * factor * (1 - awayShare(day));
            }
        }
        return (int) Math.floor(minutes + 1e-6);
    }

    private boolean isThere(LocalDate day) {
        return (joinedOn == null || !day.isBefore(joinedOn)) && (leftOn == null || !day.isAfter(leftOn));
    }

    private int patternMinutes(LocalDate day) {
        return workingPatterns.stream()
                .filter(pattern -> !pattern.validFrom().isAfter(day))
                .max(Comparator.comparing(WorkingPattern::validFrom))
                .map(pattern -> pattern.minutes().get(day.getDayOfWeek().ordinal()))
                .orElse(0);
    }

    private double awayShare(LocalDate day) {
        return Math.min(
                1.0,
                absences.stream()
                        .filter(absence -> absence.covers(day))
                        .mapToDouble(Absence::share)
                        .sum());
    }
}
