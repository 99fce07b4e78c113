package org.fengong.review.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fengong.review.member.Availability.Absence;
import org.fengong.review.member.Availability.WorkingPattern;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class AvailabilityTest {
    private static final YearWeek WEEK = YearWeek.of(2026, 45); // 2 to 8 November
    private static final WorkingPattern FULL_TIME =
            new WorkingPattern(LocalDate.of(2026, 1, 1), List.of(480, 480, 480, 480, 480, 0, 0), null);

    private static int capacity(double factor, List<WorkingPattern> patterns, List<Absence> absences) {
        return new Availability(null, null, factor, patterns, absences, List.of()).capacityMinutes(WEEK);
    }

    @Test
    void isWorkingTimeTimesFactorRoundedDown() {
        assertThat(capacity(0.333, List.of(FULL_TIME), List.of())).isEqualTo(799); // 2400 * 0.333 = 799.2
    }

    @Test
    void takesTheLatestPatternOfEachDay() {
        var halfFromThursday =
                new WorkingPattern(LocalDate.of(2026, 11, 5), List.of(240, 240, 240, 240, 240, 0, 0), null);

        assertThat(capacity(1, List.of(FULL_TIME, halfFromThursday), List.of())).isEqualTo(3 * 480 + 2 * 240);
    }

    @Test
    void losesWholeAndHalfDaysOfAbsence() {
        var absences = List.of(
                new Absence(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 4), 1.0),
                new Absence(LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 5), 0.5));

        assertThat(capacity(1, List.of(FULL_TIME), absences)).isEqualTo(480 + 240 + 480);
    }

    @Test
    void losesHolidaysAndNoDayTwice() {
        var holidays = List.of(
                new Availability.Holiday(LocalDate.of(2026, 11, 3), 1.0),
                new Availability.Holiday(LocalDate.of(2026, 11, 4), 0.5));
        var absences = List.of(new Absence(LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 4), 1.0));

        assertThat(new Availability(null, null, 1, List.of(FULL_TIME), List.of(), holidays).capacityMinutes(WEEK))
                .isEqualTo(3 * 480 + 240);
        assertThat(new Availability(null, null, 1, List.of(FULL_TIME), absences, holidays).capacityMinutes(WEEK))
                .isEqualTo(3 * 480);
    }

    @Test
    void takesTheAvailabilityFactorOfThePatternElseTheMembers() {
        var wholeFromThursday = new WorkingPattern(LocalDate.of(2026, 11, 5), FULL_TIME.minutes(), 1.0);

        assertThat(capacity(0.5, List.of(FULL_TIME, wholeFromThursday), List.of()))
                .isEqualTo(3 * 240 + 2 * 480);
    }

    @Test
    void isZeroBeforeJoiningAndAfterLeaving() {
        var joinsOnWednesday = new Availability(
                LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 5), 1, List.of(FULL_TIME), List.of(), List.of());

        assertThat(joinsOnWednesday.capacityMinutes(WEEK)).isEqualTo(2 * 480);
        assertThat(joinsOnWednesday.capacityMinutes(WEEK.plusWeeks(1))).isZero();
    }

    @Test
    void isZeroWithoutAPattern() {
        assertThat(capacity(1, List.of(), List.of())).isZero();
    }
}
