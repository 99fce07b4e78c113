package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.CLEO;
import static org.fengong.review.metric.SampleFacts.november;
import static org.fengong.review.metric.SampleFacts.task;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.review.metric.Coordination.Decline;
import org.fengong.review.metric.Coordination.MemberAnswers;
import org.fengong.review.metric.Coordination.TaskMinutes;
import org.fengong.review.metric.Coordination.WeekChanges;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class CoordinationTest {
    private static final UUID BRAND = new UUID(11, 1);
    private static final UUID SALES = new UUID(11, 2);

    private static Facts.WeekMinutes minutes(int week, int minutes) {
        return new Facts.WeekMinutes(YearWeek.of(2026, week), minutes);
    }

    @Test
    void measuresHowLongWorkLiesBetweenMembersAndDepartments() {
        // Anna's task 1 ended on the 5th; Ben took task 2 up 1.5 days later, Cleo task 3 after 4 days, task 4 at once.
        var handOver = new SampleFacts()
                .department(ANNA, BRAND)
                .department(BEN, BRAND)
                .department(CLEO, SALES)
                .running(2, november(5).plus(Duration.ofHours(36)))
                .running(3, november(9))
                .running(4, november(4))
                .dependency(2, 1, november(5))
                .dependency(3, 1, november(5))
                .dependency(4, 1, november(5))
                .work(1, BEN, 3, 60)
                .work(1, ANNA, 5, 60)
                .work(2, BEN, 7, 60)
                .work(3, CLEO, 9, 60)
                .work(3, BEN, 10, 60)
                .work(4, CLEO, 4, 60)
                .metrics()
                .coordination()
                .handOver();

        assertThat(handOver.meanDays().value()).isCloseTo((1.5 + 4 + 0) / 3, within(1e-12));
        assertThat(handOver.meanDays().unit()).isEqualTo("days");
        assertThat(handOver.inputs())
                .extracting(
                        HandOver.Passed::taskId,
                        HandOver.Passed::fromMemberId,
                        HandOver.Passed::toMemberId,
                        HandOver.Passed::days)
                .containsExactly(
                        tuple(task(2), ANNA, BEN, 1.5),
                        tuple(task(3), ANNA, CLEO, 4.0),
                        tuple(task(4), ANNA, CLEO, 0.0));
        assertThat(handOver.byMembers())
                .containsExactly(
                        new HandOver.MemberPair(ANNA, CLEO, 2, 2.0), new HandOver.MemberPair(ANNA, BEN, 1, 1.5));
        assertThat(handOver.byDepartments())
                .containsExactly(
                        new HandOver.DepartmentPair(BRAND, SALES, 2, 2.0),
                        new HandOver.DepartmentPair(BRAND, BRAND, 1, 1.5));
    }

    @Test
    void takesTheFirstDayOfWorkWhereATaskHasNoStartAndLeavesOtherPeriodsOut() {
        // the 9th begins at 16:00 UTC of the 8th in the team's zone: 3 days and 4 hours after noon of the 5th
        var handOver = new SampleFacts()
                .running(2, null)
                .running(3, null)
                .running(4, november(30).plus(Duration.ofDays(1)))
                .dependency(2, 1, november(5))
                .dependency(3, 1, november(5))
                .dependency(4, 1, november(5))
                .work(2, BEN, 9, 60)
                .metrics()
                .coordination()
                .handOver();

        assertThat(handOver.inputs()).hasSize(1);
        assertThat(handOver.meanDays().value()).isCloseTo(76 / 24.0, within(1e-12));
        assertThat(handOver.inputs().get(0).fromMemberId()).isNull();
        assertThat(handOver.byMembers()).isEmpty();
    }

    @Test
    void tellsWhichPartOfTheMinutesSeveralDepartmentsShare() {
        var shared = new SampleFacts()
                .department(ANNA, BRAND)
                .department(BEN, BRAND)
                .department(CLEO, SALES)
                .task(1, 30, null, 600, 1)
                .task(2, 30, null, 600, 1)
                .assignment(1, ANNA, 1, true, minutes(45, 300))
                .assignment(1, CLEO, 1, true, minutes(45, 100))
                .assignment(2, ANNA, 1, true, minutes(45, 500))
                .assignment(2, BEN, 1, true, minutes(46, 100))
                .metrics()
                .coordination()
                .crossDepartment();

        assertThat(shared.share().value()).isCloseTo(400 / 1000.0, within(1e-12));
        assertThat(shared.share().unit()).isEqualTo("ratio");
        assertThat(shared.inputs())
                .extracting(
                        TaskMinutes::taskId,
                        TaskMinutes::minutes,
                        input -> input.departmentIds().size())
                .containsExactly(tuple(task(1), 400, 2), tuple(task(2), 600, 1));
    }

    @Test
    void countsWhatIsChangedEachWeekButNotWhatIsCompleted() {
        // Week 45: Anna has 1 and 2. Week 46: 2 goes from Anna to Ben. Week 47: Anna completes 1. Week 48: Ben has 2.
        var stability = new SampleFacts()
                .task(1, 30, november(17), 600, 1)
                .task(2, 30, null, 600, 1)
                .assigned(1, ANNA, november(3), november(20)) // seen to have ended after it was completed
                .assigned(2, ANNA, november(3), november(11))
                .assigned(2, BEN, november(11), null)
                .metrics()
                .coordination()
                .stability();

        assertThat(stability.inputs())
                .extracting(WeekChanges::standing, WeekChanges::changed)
                .containsExactly(tuple(2, 0), tuple(3, 1), tuple(2, 0), tuple(1, 0));
        assertThat(stability.changedShare().value()).isCloseTo(1 / 8.0, within(1e-12));
    }

    @Test
    void tellsHowOffersWereAnsweredAndWhy() {
        var answers = new SampleFacts()
                .offer(ANNA, Facts.Answer.ACCEPTED, null)
                .offer(ANNA, Facts.Answer.DECLINED, "I am at a fair")
                .offer(BEN, Facts.Answer.EXPIRED, null)
                .offer(BEN, Facts.Answer.ACCEPTED, null)
                .offer(BEN, Facts.Answer.PENDING, null)
                .offer(CLEO, Facts.Answer.RESCINDED, null)
                .metrics()
                .coordination()
                .offerAnswers();

        assertThat(answers.acceptedShare().value()).isCloseTo(2 / 4.0, within(1e-12));
        assertThat(answers.pending()).isEqualTo(1);
        assertThat(answers.rescinded()).isEqualTo(1);
        assertThat(answers.declines()).containsExactly(new Decline(ANNA, task(1), "I am at a fair"));
        assertThat(answers.byMember())
                .containsExactly(
                        new MemberAnswers(ANNA, 1, 1, 0),
                        new MemberAnswers(BEN, 1, 0, 1),
                        new MemberAnswers(CLEO, 0, 0, 0));
    }

    @Test
    void measuresNothingWhereNothingIsKnown() {
        var nothing =
                new SampleFacts().today(LocalDate.of(2026, 11, 30)).metrics().coordination();

        assertThat(nothing.handOver().meanDays().value()).isNull();
        assertThat(nothing.crossDepartment().share().value()).isNull();
        assertThat(nothing.stability().changedShare().value()).isNull();
        assertThat(nothing.offerAnswers().acceptedShare().value()).isNull();
    }
}
