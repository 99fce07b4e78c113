package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class CapacityCalculatorTest {
    /** Monday 2026-11-30 to Sunday 2026-12-06. */
    private static final YearWeek WEEK = YearWeek.of(2026, 49);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final WorkingPattern FULL_TIME = pattern(LONG_AGO, 480, 480, 480, 480, 480, 0, 0);

    private static WorkingPattern pattern(LocalDate validFrom, Integer... minutes) {
        return new WorkingPattern(validFrom, List.of(minutes));
    }

    private static Absence away(LocalDate from, LocalDate to, double share) {
        return new Absence(UUID.randomUUID(), from, to, Absence.Kind.VACATION, share);
    }

    private static WeekCapacity capacity(List<WorkingPattern> patterns, Absence... absences) {
        return new CapacityCalculator(patterns, List.of(absences), BigDecimal.ONE, null, null).of(WEEK);
    }

    private static WeekCapacity employed(LocalDate joinedOn, LocalDate leftOn) {
        return new CapacityCalculator(List.of(FULL_TIME), List.of(), BigDecimal.ONE, joinedOn, leftOn).of(WEEK);
    }

    private static int capacityAt(String availabilityFactor, WorkingPattern pattern) {
        return new CapacityCalculator(List.of(pattern), List.of(), new BigDecimal(availabilityFactor), null, null)
                .of(WEEK)
                .capacityMinutes();
    }

    @Test
    void givesTheMinutesOfThePatternWhenNothingIsInTheWay() {
        assertThat(capacity(List.of(FULL_TIME))).isEqualTo(new WeekCapacity(WEEK, 2400, 0, 2400));
    }

    @Test
    void countsTheWorkOfAWeekEnd() {
        assertThat(capacity(List.of(pattern(LONG_AGO, 0, 0, 0, 0, 0, 300, 200))).capacityMinutes())
                .isEqualTo(500);
    }

    @Test
    void changesThePatternInTheMiddleOfAWeek() {
        var fromThursday = pattern(MONDAY.plusDays(3), 240, 240, 240, 240, 240, 0, 0);

        assertThat(capacity(List.of(fromThursday, FULL_TIME)).grossMinutes()).isEqualTo(3 * 480 + 2 * 240);
    }

    @Test
    void holdsAPatternFromItsFirstDayOn() {
        assertThat(capacity(List.of(FULL_TIME, pattern(MONDAY, 60, 0, 0, 0, 0, 0, 0)))
                        .grossMinutes())
                .isEqualTo(60);
        assertThat(capacity(List.of(FULL_TIME, pattern(MONDAY.plusDays(7), 60, 0, 0, 0, 0, 0, 0)))
                        .grossMinutes())
                .isEqualTo(2400);
    }

    @Test
    void hasNoCapacityBeforeTheFirstPattern() {
        assertThat(capacity(List.of(pattern(MONDAY.plusDays(4), 480, 480, 480, 480, 480, 0, 0)))
                        .grossMinutes())
                .isEqualTo(480);
        assertThat(capacity(List.of()).capacityMinutes()).isZero();
    }

    @Test
    void takesAWholeDayOrHalfOfIt() {
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY, MONDAY, 1.0)))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 480, 1920));
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY, MONDAY, 0.5)))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 240, 2160));
    }

    @Test
    void takesNothingForTheDaysOfAnAbsenceThatAreFreeAnyway() {
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY.plusDays(4), MONDAY.plusDays(8), 1.0)))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 480, 1920));
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY.plusDays(5), MONDAY.plusDays(6), 1.0))
                        .capacityMinutes())
                .isEqualTo(2400);
    }

    @Test
    void includesTheFirstAndTheLastDayOfAnAbsence() {
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY.minusDays(3), MONDAY, 1.0))
                        .absenceMinutes())
                .isEqualTo(480);
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY.plusDays(4), MONDAY.plusDays(30), 1.0))
                        .absenceMinutes())
                .isEqualTo(480);
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY.minusDays(3), MONDAY.minusDays(1), 1.0))
                        .absenceMinutes())
                .isZero();
    }

    @Test
    void countsNoDayMoreThanOnceHoweverManyAbsencesCoverIt() {
        assertThat(capacity(
                        List.of(FULL_TIME),
                        away(MONDAY, MONDAY.plusDays(6), 1.0),
                        away(MONDAY, MONDAY.plusDays(2), 0.5),
                        away(MONDAY, MONDAY, 1.0)))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 2400, 0));
    }

    @Test
    void addsTwoHalvesOfADayToAWholeOne() {
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY, MONDAY, 0.5), away(MONDAY, MONDAY, 0.5))
                        .absenceMinutes())
                .isEqualTo(480);
    }

    @Test
    void startsOnTheDayOfJoiningAndEndsOnTheLastDay() {
        assertThat(employed(MONDAY.plusDays(2), null).grossMinutes()).isEqualTo(3 * 480);
        assertThat(employed(null, MONDAY.plusDays(2)).grossMinutes()).isEqualTo(3 * 480);
        assertThat(employed(MONDAY.plusDays(1), MONDAY.plusDays(1)).grossMinutes())
                .isEqualTo(480);
        assertThat(employed(MONDAY.plusDays(7), null).capacityMinutes()).isZero();
        assertThat(employed(null, MONDAY.minusDays(1)).capacityMinutes()).isZero();
    }

    @Test
    void roundsDownAfterTheAvailabilityFactorAndNotBefore() {
        var threeMinutes = pattern(LONG_AGO, 1, 1, 1, 0, 0, 0, 0);

        assertThat(capacityAt("0.5", threeMinutes)).isEqualTo(1);
        assertThat(capacityAt("0.9999", threeMinutes)).isEqualTo(2);
        assertThat(capacityAt("0", FULL_TIME)).isZero();
        // a double would make 1007.9999… of it
        assertThat(capacityAt("0.42", FULL_TIME)).isEqualTo(1008);
    }

    @Test
    void keepsHalfMinutesUntilTheEndAndShowsTheAbsenceRoundedUp() {
        var oddMinutes = pattern(LONG_AGO, 481, 481, 0, 0, 0, 0, 0);

        assertThat(capacity(List.of(oddMinutes), away(MONDAY, MONDAY, 0.5)))
                .isEqualTo(new WeekCapacity(WEEK, 962, 241, 721));
        assertThat(capacity(List.of(oddMinutes), away(MONDAY, MONDAY.plusDays(1), 0.5)))
                .isEqualTo(new WeekCapacity(WEEK, 962, 481, 481));
    }

    @Test
    void knowsTheWeek53OfALongYear() {
        var calculator = new CapacityCalculator(
                List.of(FULL_TIME),
                List.of(away(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1), 1.0)),
                BigDecimal.ONE,
                null,
                null);

        // Monday 2026-12-28 to Sunday 2027-01-03
        assertThat(calculator.of(YearWeek.of(2026, 53)))
                .isEqualTo(new WeekCapacity(YearWeek.of(2026, 53), 2400, 960, 1440));
        assertThat(calculator.of(YearWeek.of(2027, 1)).capacityMinutes()).isEqualTo(2400);
    }

    @Property(tries = 200)
    void staysBetweenZeroAndGrossForAnyAbsences(
            @ForAll @Size(7) List<@IntRange(max = 1440) Integer> minutes,
            @ForAll @Size(max = 6) List<@IntRange(min = -3, max = 9) Integer> firstDays,
            @ForAll @BigRange(min = "0", max = "1") BigDecimal factor) {
        var absences = firstDays.stream()
                .map(first -> away(MONDAY.plusDays(first), MONDAY.plusDays(first + 2), first % 2 == 0 ? 1.0 : 0.5))
                .toList();

        var capacity = new CapacityCalculator(
                        List.of(new WorkingPattern(LONG_AGO, minutes)), absences, factor, null, null)
                .of(WEEK);

        assertThat(capacity.absenceMinutes()).isBetween(0, capacity.grossMinutes());
        assertThat(capacity.capacityMinutes()).isBetween(0, capacity.grossMinutes() - capacity.absenceMinutes());
    }
}
