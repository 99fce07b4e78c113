package org.fengong.members.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.members.holiday.Holiday;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private static Member member() {
        return Member.create(new CreateMemberRequest(
                "ana-lima",
                "Ana Lima",
                "ana.lima@example.com",
                "en",
                "Europe/Lisbon",
                null,
                null,
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                null));
    }

    private static WorkingPattern pattern(LocalDate validFrom, int minutes) {
        return new WorkingPattern(validFrom, Collections.nCopies(7, minutes), null, null);
    }

    @Test
    void worksFullTimeUnlessItIsSaidOtherwise() {
        assertThat(member().workingPatterns()).containsExactly(WorkingPattern.fullTime());
        assertThat(member().profile().availabilityFactor()).isEqualByComparingTo("1");
    }

    @Test
    void keepsEarlierPatternsAndReplacesTheOneOfTheSameDay() {
        var member = member();

        member.work(pattern(DAY.plusDays(7), 60));
        member.work(pattern(DAY, 120));
        member.work(pattern(DAY.plusDays(7), 30));

        assertThat(member.workingPatterns())
                .containsExactly(WorkingPattern.fullTime(), pattern(DAY, 120), pattern(DAY.plusDays(7), 30));
    }

    @Test
    void keepsTheFormerAvailabilityBeforeTheDayOfItsChange() {
        var member = member();
        member.work(pattern(DAY.plusDays(30), 60));

        member.change(withFactor(member, "0.5"), DAY);
        member.change(withFactor(member, "0.25"), DAY); // the same day again adds nothing

        var fullTime = WorkingPattern.fullTime();
        assertThat(member.workingPatterns())
                .containsExactly(
                        fullTime.withFactor(BigDecimal.ONE), fullTime.from(DAY), pattern(DAY.plusDays(30), 60));
        var calculator = member.capacity(Map.of());
        assertThat(calculator.of(DAY.minusDays(1)).capacityMinutes()).isEqualTo(480);
        assertThat(calculator.of(DAY).capacityMinutes()).isEqualTo(120);
        assertThat(calculator.of(DAY.plusDays(30)).capacityMinutes()).isEqualTo(15);
    }

    @Test
    void leavesThePatternsAloneWhenTheAvailabilityStays() {
        var member = member();

        member.change(withFactor(member, "1.00"), DAY);

        assertThat(member.workingPatterns()).containsExactly(WorkingPattern.fullTime());
    }

    private static MemberProfile withFactor(Member member, String factor) {
        var profile = member.profile();
        return new MemberProfile(
                profile.key(),
                profile.displayName(),
                profile.email(),
                profile.locale(),
                profile.timeZone(),
                profile.occupation(),
                profile.occupationId(),
                profile.departmentId(),
                profile.joinedOn(),
                profile.leftOn(),
                new BigDecimal(factor));
    }

    @Test
    void hasTheHolidaysOfACalendarOnlyWhileAPatternNamesIt() {
        var member = member();
        var taiwan = UUID.randomUUID();
        member.work(new WorkingPattern(DAY, Collections.nCopies(7, 60), null, taiwan));
        member.work(pattern(DAY.plusDays(2), 60));
        var days = Stream.of(-1, 0, 1, 2)
                .map(i -> new Holiday(DAY.plusDays(i), "Day " + i, 1.0))
                .toList();

        assertThat(member.holidays(Map.of(taiwan, days))).containsExactly(days.get(1), days.get(2));
    }

    @Test
    void holdsASkillAtOneLevel() {
        var member = member();
        var skill = UUID.randomUUID();

        member.hold(new SkillLevel(skill, 2));
        member.hold(new SkillLevel(skill, 4));

        assertThat(member.skills()).containsExactly(new SkillLevel(skill, 4));
        assertThat(member.forget(skill)).isTrue();
        assertThat(member.forget(skill)).isFalse();
    }

    @Test
    void sortsAbsencesByTheirFirstDay() {
        var member = member();
        var later = new Absence(UUID.randomUUID(), DAY.plusDays(9), DAY.plusDays(9), Absence.Kind.SICK, 0.5);
        var earlier = new Absence(UUID.randomUUID(), DAY, DAY.plusDays(30), Absence.Kind.VACATION, 1.0);

        member.beAway(later);
        member.beAway(earlier);

        assertThat(member.absences()).containsExactly(earlier, later);
        assertThat(member.returnFrom(earlier.absenceId())).isTrue();
        assertThat(member.absences()).isEqualTo(List.of(later));
    }

    @Test
    void leavesOnTheLastDayUnlessItLeftBefore() {
        var member = member();
        member.leave(DAY);
        assertThat(member.active()).isFalse();
        assertThat(member.leftOn()).isEqualTo(DAY);

        var gone = member();
        gone.leave(DAY);
        gone.leave(DAY.plusDays(1));
        assertThat(gone.leftOn()).isEqualTo(DAY);
    }
}
