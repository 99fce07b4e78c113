package org.fengong.allocation.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

/** Which minutes stand when an assignment ends, changes or is estimated anew. Week 49 begins on 2026-11-30. */
class AssignmentTest {
    private static final YearWeek W48 = YearWeek.of(2026, 48);
    private static final YearWeek W49 = YearWeek.of(2026, 49);
    private static final YearWeek W50 = YearWeek.of(2026, 50);
    private static final YearWeek W51 = YearWeek.of(2026, 51);
    private static final LocalDate WEDNESDAY_OF_W49 = LocalDate.of(2026, 12, 2);

    private static final Instant LATER = Instant.EPOCH.plusSeconds(1);

    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID plan = UUID.randomUUID();
    private final UUID roleId = UUID.randomUUID();

    @Test
    void isOfferedOrActiveAsTheTeamAgreed() {
        assertThat(assignment(at(W49, 600)).status()).isEqualTo(AssignmentStatus.ACTIVE);
        assertThat(Assignment.of(planned(ann, at(W49, 600)), plan, true, Instant.EPOCH)
                        .status())
                .isEqualTo(AssignmentStatus.OFFERED);
    }

    @Test
    void freesLaterWeeksAndTheRestOfTheCurrentOneWhenCompleted() {
        var assignment = assignment(at(W48, 700), at(W49, 500), at(W50, 300));

        assignment.complete(WEDNESDAY_OF_W49, LATER);

        assertThat(assignment.status()).isEqualTo(AssignmentStatus.COMPLETED);
        assertThat(assignment.standing()).containsExactly(at(W48, 700), at(W49, 200)); // two of five days
    }

    @Test
    void keepsTheWholeWeekWhenItEndsOnTheWeekend() {
        var assignment = assignment(at(W49, 500), at(W50, 300));

        assignment.release(ReleaseCause.REPLANNED, LocalDate.of(2026, 12, 6), LATER);

        assertThat(assignment.stands()).isFalse();
        assertThat(assignment.cause()).isEqualTo(ReleaseCause.REPLANNED);
        assertThat(assignment.standing()).containsExactly(at(W49, 500));
    }

    @Test
    void leavesNothingWhenItEndsBeforeItStarts() {
        var assignment = assignment(at(W50, 300), at(W51, 300));

        assignment.release(ReleaseCause.TASK_CANCELLED, WEDNESDAY_OF_W49, LATER);

        assertThat(assignment.standing()).isEmpty();
    }

    @Test
    void takesANewEstimateInTheProportionsThatItHad() {
        var assignment = assignment(at(W48, 700), at(W49, 600), at(W50, 300));

        assignment.estimate(301, WEDNESDAY_OF_W49, LATER);

        assertThat(assignment.standing()).containsExactly(at(W48, 700), at(W49, 200), at(W50, 101));
    }

    @Test
    void takesUnfinishedWorkIntoTheCurrentWeek() {
        var assignment = assignment(at(W48, 700));

        assignment.estimate(200, WEDNESDAY_OF_W49, LATER);

        assertThat(assignment.standing()).containsExactly(at(W48, 700), at(W49, 200));
    }

    @Test
    void isAsPlannedOnlyWithTheSameMemberAndMinutesFromTheWeekOn() {
        var assignment = assignment(at(W48, 700), at(W49, 600));

        assertThat(assignment.isAsPlanned(planned(ann, at(W49, 600)), W49)).isTrue();
        assertThat(assignment.isAsPlanned(planned(ben, at(W49, 600)), W49)).isFalse();
        assertThat(assignment.isAsPlanned(planned(ann, at(W50, 600)), W49)).isFalse();
    }

    @Test
    void keepsWhatEarlierWeeksHaveSeenWhenReplanned() {
        var assignment = assignment(at(W48, 700), at(W49, 600));

        assignment.replan(planned(ann, at(W50, 400), at(W51, 200)), UUID.randomUUID(), W49, LATER);

        assertThat(assignment.standing()).containsExactly(at(W48, 700), at(W50, 400), at(W51, 200));
        assertThat(assignment.startWeek()).isEqualTo(W48);
    }

    private Assignment assignment(WeekMinutes... weeks) {
        return Assignment.of(planned(ann, weeks), plan, false, Instant.EPOCH);
    }

    private PlannedRole planned(UUID member, WeekMinutes... weeks) {
        return new PlannedRole(
                UUID.randomUUID(),
                roleId,
                UUID.randomUUID(),
                member,
                weeks[0].week(),
                List.of(weeks),
                0.8,
                "Fits.",
                null);
    }

    private static WeekMinutes at(YearWeek week, int minutes) {
        return new WeekMinutes(week, minutes);
    }
}
