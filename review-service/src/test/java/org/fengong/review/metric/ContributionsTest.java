package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.CLEO;
import static org.fengong.review.metric.SampleFacts.november;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.review.metric.Contributions.MemberShare;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    @Test
    void sharesHoursOfThePeriodAndOutcomeByWeightOfWhatWasCompleted() {
        var goal = new SampleFacts()
                .goal()
                .task(1, 20, november(10), 600, 0.75)
                .task(2, 20, november(11), 600, 0.25)
                .task(3, 20, null, 600, 1)
                .work(1, ANNA, 4, 300)
                .work(1, BEN, 5, 100)
                .work(2, BEN, 5, 200)
                .work(3, BEN, 6, 200)
                .metrics()
                .contributions()
                .goals()
                .get(0);

        // hours: Anna 300 of 800; outcome: Anna 0.75 * 3/4 of (0.75 + 0.25)
        assertThat(goal.loggedMinutes()).isEqualTo(800);
        assertThat(goal.members())
                .extracting(MemberShare::memberId, MemberShare::shareByHours, MemberShare::shareByOutcome)
                .containsExactly(tuple(ANNA, 0.375, 0.5625), tuple(BEN, 0.625, 0.4375));
    }

    @Test
    void bothSharesSumToOneWhereThereIsWork() {
        var goal = new SampleFacts()
                .goal()
                .task(1, 20, november(10), 600, 0.3)
                .task(2, 20, november(11), 600, 0.7)
                .task(3, 20, november(12), 600, 0.9) // completed, but nobody logged work
                .work(1, ANNA, 4, 7)
                .work(1, BEN, 5, 11)
                .work(1, CLEO, 5, 13)
                .work(2, CLEO, 6, 17)
                .metrics()
                .contributions()
                .goals()
                .get(0);

        assertThat(goal.members().stream()
                        .mapToDouble(MemberShare::shareByHours)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(goal.members().stream()
                        .mapToDouble(MemberShare::shareByOutcome)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(goal.completedTasks()).hasSize(2);
    }

    @Test
    void countsWorkBeforeThePeriodForOutcomeButNotForHours() {
        var goal = new SampleFacts()
                .goal()
                .task(1, 20, november(10), 600, 1)
                .work(1, ANNA, LocalDate.of(2026, 10, 20), 300)
                .work(1, BEN, 4, 100)
                .metrics()
                .contributions()
                .goals()
                .get(0);

        assertThat(goal.members())
                .extracting(MemberShare::memberId, MemberShare::shareByHours, MemberShare::shareByOutcome)
                .containsExactly(tuple(ANNA, 0.0, 0.75), tuple(BEN, 1.0, 0.25));
    }

    @Test
    void isAsFarAsItsKeyResultsAreOnAverage() {
        var up = new Facts.KeyResult(new UUID(7, 1), 100, 200, 150, List.of());
        var down = new Facts.KeyResult(new UUID(7, 2), 10, 5, 4, List.of()); // reached and more
        var back = new Facts.KeyResult(new UUID(7, 3), 10, 20, 8, List.of()); // worse than at the beginning

        assertThat(new SampleFacts()
                        .goal(up, down, back)
                        .metrics()
                        .contributions()
                        .goals()
                        .get(0)
                        .progress())
                .isCloseTo((0.5 + 1 + 0) / 3, within(1e-12));
        assertThat(new SampleFacts()
                        .goal()
                        .metrics()
                        .contributions()
                        .goals()
                        .get(0)
                        .progress())
                .isNull();
    }

    @Test
    void hasNoSharesForAGoalWithoutWork() {
        var goal = new SampleFacts().goal().metrics().contributions().goals().get(0);

        assertThat(goal.members()).isEmpty();
        assertThat(goal.loggedMinutes()).isZero();
    }

    @Test
    void hasNoOutcomeWhereTheCompletedTasksWeighNothing() {
        var goal = new SampleFacts()
                .goal()
                .task(1, 20, november(10), 600, 0)
                .work(1, ANNA, 4, 300)
                .metrics()
                .contributions()
                .goals()
                .get(0);

        assertThat(goal.members()).containsExactly(new MemberShare(ANNA, 300, 1.0, null));
    }
}
