package org.fengong.allocation.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.allocation.snapshot.MemberState.Absence;
import org.fengong.allocation.snapshot.MemberState.Holiday;
import org.fengong.allocation.snapshot.MemberState.Membership;
import org.fengong.allocation.snapshot.MemberState.WorkingPattern;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class CapacityTest {
    private static final YearWeek WEEK = YearWeek.of(2026, 49); // Monday is 2026-11-30
    private static final WorkingPattern FULL_TIME =
            new WorkingPattern(LocalDate.of(2020, 1, 1), List.of(480, 480, 480, 480, 480, 0, 0), null);
    private static final UUID BRAND = UUID.randomUUID();
    private static final UUID EVENTS = UUID.randomUUID();

    private BigDecimal factor = BigDecimal.ONE;
    private List<WorkingPattern> patterns = List.of(FULL_TIME);
    private List<Absence> absences = List.of();
    private List<Holiday> holidays = List.of();
    private List<Membership> memberships = List.of(in(BRAND, 100, null, null));
    private LocalDate joinedOn;
    private LocalDate leftOn;
    private boolean active = true;

    @Test
    void isTheWorkingPattern() {
        assertThat(minutes()).isEqualTo(2400);
    }

    @Test
    void takesTheLatestPatternThatIsValidOnTheDay() {
        patterns = List.of(
                FULL_TIME, new WorkingPattern(LocalDate.of(2026, 12, 2), List.of(240, 240, 240, 240, 240, 0, 0), null));

        assertThat(minutes()).isEqualTo(2 * 480 + 3 * 240);
        assertThat(Capacity.minutes(member(), WEEK.minusWeeks(1))).isEqualTo(2400);
    }

    @Test
    void isLessByHalfAndWholeDaysAway() {
        absences = List.of(
                new Absence(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 30), 0.5),
                new Absence(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 1), 1.0));

        assertThat(minutes()).isEqualTo(240 + 3 * 480);
    }

    @Test
    void isLessByHolidaysAndNotTwiceByAnAbsenceOnOne() {
        holidays = List.of(new Holiday(LocalDate.of(2026, 11, 30), 1.0), new Holiday(LocalDate.of(2026, 12, 1), 0.5));
        absences = List.of(new Absence(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 1), 0.5));

        assertThat(minutes()).isEqualTo(3 * 480);
    }

    @Test
    void takesTheAvailabilityFactorOfThePatternElseTheMembers() {
        factor = new BigDecimal("0.5");
        patterns = List.of(
                new WorkingPattern(LocalDate.of(2020, 1, 1), FULL_TIME.minutes(), BigDecimal.ONE),
                new WorkingPattern(LocalDate.of(2026, 12, 3), FULL_TIME.minutes(), null));

        assertThat(minutes()).isEqualTo(3 * 480 + 2 * 240);
    }

    @Test
    void isNeverLessThanNothingHoweverManyAbsencesOverlap() {
        absences = List.of(
                new Absence(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 4), 1.0),
                new Absence(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31), 0.5));

        assertThat(minutes()).isZero();
    }

    @Test
    void roundsDownAfterTheAvailabilityFactor() {
        factor = new BigDecimal("0.333");

        assertThat(minutes()).isEqualTo(799); // 2400 × 0.333 = 799.2
    }

    @Test
    void isNothingBeforeJoiningAndAfterLeaving() {
        joinedOn = LocalDate.of(2026, 12, 1);
        leftOn = LocalDate.of(2026, 12, 3);

        assertThat(minutes()).isEqualTo(3 * 480);
    }

    @Test
    void isNothingForSomebodyInactiveOfWhomNoLastDayIsKnown() {
        active = false;

        assertThat(minutes()).isZero();
    }

    @Test
    void givesATeamItsShareOfEachDay() {
        memberships = List.of(
                in(BRAND, 60, null, LocalDate.of(2026, 12, 1)), in(EVENTS, 25, LocalDate.of(2026, 12, 2), null));

        assertThat(shared(Set.of(BRAND), null)).isEqualTo(2 * 288);
        assertThat(shared(Set.of(EVENTS), null)).isEqualTo(3 * 120);
        assertThat(shared(Set.of(BRAND, EVENTS), null)).isEqualTo(2 * 288 + 3 * 120);
        assertThat(shared(Set.of(UUID.randomUUID()), null)).isZero();
    }

    @Test
    void doesNotCountDaysThatHavePassed() {
        assertThat(shared(Set.of(BRAND), LocalDate.of(2026, 12, 3))).isEqualTo(2 * 480);
        assertThat(shared(Set.of(BRAND), LocalDate.of(2026, 12, 7))).isZero();
        assertThat(shared(Set.of(BRAND), LocalDate.of(2026, 11, 3))).isEqualTo(2400);
    }

    private int minutes() {
        return Capacity.minutes(member(), WEEK);
    }

    private int shared(Set<UUID> teams, LocalDate from) {
        return Capacity.sharedMinutes(member(), WEEK, teams, from);
    }

    private MemberState member() {
        return new MemberState(
                UUID.randomUUID(),
                "ann",
                1,
                active,
                "Ann",
                "ann@example.org",
                "en",
                "UTC",
                null,
                joinedOn,
                leftOn,
                factor,
                patterns,
                absences,
                holidays,
                null,
                null,
                null,
                memberships);
    }

    private static Membership in(UUID team, int sharePercent, LocalDate from, LocalDate to) {
        return new Membership(team, sharePercent, from == null ? LocalDate.of(2020, 1, 1) : from, to);
    }
}
