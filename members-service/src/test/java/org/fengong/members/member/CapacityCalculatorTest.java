package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fengong.members.holiday.Holiday;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class CapacityCalculatorTest {
    /** Monday 2026-11-30 to Sunday 2026-12-06. */
    private static final YearWeek WEEK = YearWeek.of(2026, 49);

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final WorkingPattern FULL_TIME = pattern(LONG_AGO, 480, 480, 480, 480, 480, 0, 0);

    private static WorkingPattern pattern(LocalDate validFrom, Integer... minutes) {
        return new WorkingPattern(validFrom, List.of(minutes), null, null);
    }

    private static Absence away(LocalDate from, LocalDate to, double share) {
        return new Absence(UUID.randomUUID(), from, to, Absence.Kind.VACATION, share);
    }

    private static WeekCapacity capacity(List<WorkingPattern> patterns, Absence... absences) {
        return new CapacityCalculator(patterns, List.of(absences), List.of(), BigDecimal.ONE, null, null).of(WEEK);
    }

    private static WeekCapacity employed(LocalDate joinedOn, LocalDate leftOn) {
        return new CapacityCalculator(List.of(FULL_TIME), List.of(), List.of(), BigDecimal.ONE, joinedOn, leftOn)
                .of(WEEK);
    }

    private static int capacityAt(String availabilityFactor, WorkingPattern pattern) {
        return new CapacityCalculator(
                        List.of(pattern), List.of(), List.of(), new BigDecimal(availabilityFactor), null, null)
                .of(WEEK)
                .capacityMinutes();
    }

    @Test
    void givesTheMinutesOfThePatternWhenNothingIsInTheWay() {
        assertThat(capacity(List.of(FULL_TIME))).isEqualTo(new WeekCapacity(WEEK, 2400, 0, 0, 2400));
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
                .isEqualTo(new WeekCapacity(WEEK, 2400, 0, 480, 1920));
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY, MONDAY, 0.5)))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 0, 240, 2160));
    }

    @Test
    void takesNothingForTheDaysOfAnAbsenceThatAreFreeAnyway() {
        assertThat(capacity(List.of(FULL_TIME), away(MONDAY.plusDays(4), MONDAY.plusDays(8), 1.0)))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 0, 480, 1920));
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
                .isEqualTo(new WeekCapacity(WEEK, 2400, 0, 2400, 0));
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
                .isEqualTo(new WeekCapacity(WEEK, 962, 0, 241, 721));
        assertThat(capacity(List.of(oddMinutes), away(MONDAY, MONDAY.plusDays(1), 0.5)))
                .isEqualTo(new WeekCapacity(WEEK, 962, 0, 481, 481));
    }

    @Test
    void knowsTheWeek53OfALongYear() {
        var calculator = new CapacityCalculator(
                List.of(FULL_TIME),
                List.of(away(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1), 1.0)),
                List.of(),
                BigDecimal.ONE,
                null,
                null);

        // Monday 2026-12-28 to Sunday 2027-01-03
        assertThat(calculator.of(YearWeek.of(2026, 53)))
                .isEqualTo(new WeekCapacity(YearWeek.of(2026, 53), 2400, 0, 960, 1440));
        assertThat(calculator.of(YearWeek.of(2027, 1)).capacityMinutes()).isEqualTo(2400);
    }

    @Test
    void freesAHolidayBeforeAnAbsenceTakesTheRest() {
        var holidays = List.of(holiday(MONDAY, 1.0), holiday(MONDAY.plusDays(1), 0.5));

        assertThat(capacityWith(holidays)).isEqualTo(new WeekCapacity(WEEK, 2400, 720, 0, 1680));
        assertThat(capacityWith(holidays, away(MONDAY, MONDAY.plusDays(1), 1.0)))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 720, 240, 1440));
        assertThat(capacityWith(List.of(holiday(MONDAY.plusDays(5), 1.0))))
                .isEqualTo(new WeekCapacity(WEEK, 2400, 0, 0, 2400));
    }

    @Test
    void takesTheAvailabilityFactorOfThePatternElseTheMembers() {
        var halfFromThursday = new WorkingPattern(
                MONDAY.plusDays(3), List.of(480, 480, 480, 480, 480, 0, 0), new BigDecimal("0.5"), null);

        assertThat(new CapacityCalculator(
                                List.of(FULL_TIME, halfFromThursday),
                                List.of(),
                                List.of(),
                                new BigDecimal("0.8"),
                                null,
                                null)
                        .of(WEEK)
                        .capacityMinutes())
                .isEqualTo((int) (3 * 480 * 0.8 + 2 * 480 * 0.5));
    }

    @Test
    void roundsEachDayDownAlone() {
        var thirds = new WorkingPattern(LONG_AGO, List.of(10, 10, 10, 0, 0, 0, 0), new BigDecimal("0.3333"), null);
        var calculator = new CapacityCalculator(List.of(thirds), List.of(), List.of(), BigDecimal.ONE, null, null);

        assertThat(calculator.of(MONDAY)).isEqualTo(new DayCapacity(MONDAY, 10, 0, 0, 3));
        assertThat(calculator.of(WEEK).capacityMinutes()).isEqualTo(9);
    }

    private static Holiday holiday(LocalDate day, double share) {
        return new Holiday(day, "Holiday", share);
    }

    private static WeekCapacity capacityWith(List<Holiday> holidays, Absence... absences) {
        return new CapacityCalculator(List.of(FULL_TIME), List.of(absences), holidays, BigDecimal.ONE, null, null)
                .of(WEEK);
    }

    /** Draws everything at random and counts half minutes one by one. */
    @Property(tries = 500)
    void equalsACountOfHalfMinutes(@ForAll long seed) {
        var random = new Random(seed);
        var patterns = Stream.generate(() -> new WorkingPattern(
                        MONDAY.plusDays(random.nextInt(-20, 9)),
                        random.ints(7, 0, 30).boxed().toList(),
                        random.nextBoolean()
                                ? null
                                : BigDecimal.valueOf(random.nextInt(0, 5), 2).multiply(BigDecimal.valueOf(25)),
                        null))
                .limit(random.nextInt(1, 4))
                .collect(Collectors.toMap(WorkingPattern::validFrom, pattern -> pattern, (a, b) -> a))
                .values()
                .stream()
                .toList();
        var absences = Stream.generate(() -> {
                    var from = MONDAY.plusDays(random.nextInt(-3, 9));
                    return away(from, from.plusDays(random.nextInt(0, 5)), random.nextBoolean() ? 1.0 : 0.5);
                })
                .limit(random.nextInt(0, 5))
                .toList();
        var holidays = Stream.generate(
                        () -> holiday(MONDAY.plusDays(random.nextInt(-1, 8)), random.nextBoolean() ? 1.0 : 0.5))
                .limit(random.nextInt(0, 4))
                .toList();
        var factor = BigDecimal.valueOf(random.nextInt(0, 101), 2);
        var joinedOn = random.nextInt(4) == 0 ? MONDAY.plusDays(random.nextInt(-1, 8)) : null;
        var leftOn = random.nextInt(4) == 0 ? MONDAY.plusDays(random.nextInt(-1, 8)) : null;

        var capacity = new CapacityCalculator(patterns, absences, holidays, factor, joinedOn, leftOn).of(WEEK);

        long hundredthsOfHalfMinutes = 0;
        int gross = 0;
        for (int i = 0; i < 7; i++) {
            var day = MONDAY.plusDays(i);
            WorkingPattern valid = null;
            for (var pattern : patterns) {
                if (!pattern.validFrom().isAfter(day)
                        && (valid == null || pattern.validFrom().isAfter(valid.validFrom()))) {
                    valid = pattern;
                }
            }
            if (valid == null
                    || (joinedOn != null && joinedOn.isAfter(day))
                    || (leftOn != null && leftOn.isBefore(day))) {
                continue;
            }
            gross += valid.minutes().get(i);
            int workingHalves = 2;
            for (var holiday : holidays) {
                workingHalves -= holiday.day().isEqual(day) ? (holiday.share() == 1.0 ? 2 : 1) : 0;
            }
            for (var absence : absences) {
                var covers = absence.from().compareTo(day) <= 0 && absence.to().compareTo(day) >= 0;
                workingHalves -= covers ? (absence.share() == 1.0 ? 2 : 1) : 0;
            }
            var hundredths = valid.availabilityFactor() == null ? factor : valid.availabilityFactor();
            hundredthsOfHalfMinutes += (long) Math.max(0, workingHalves)
                    * valid.minutes().get(i)
                    * hundredths.movePointRight(2).intValueExact();
        }
        assertThat(capacity.capacityMinutes()).isEqualTo((int) (hundredthsOfHalfMinutes / 200));
        assertThat(capacity.grossMinutes()).isEqualTo(gross);
        assertThat(capacity.capacityMinutes())
                .isBetween(0, gross - capacity.holidayMinutes() - capacity.absenceMinutes() + 1);
    }
}
