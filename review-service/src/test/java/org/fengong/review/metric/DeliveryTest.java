package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.GOAL;
import static org.fengong.review.metric.SampleFacts.TEAM;
import static org.fengong.review.metric.SampleFacts.november;
import static org.fengong.review.metric.SampleFacts.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.review.metric.Delivery.DeliveredTask;
import org.fengong.review.metric.Delivery.Outcome;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    @Test
    void countsWhatWasDueOrCompletedInThePeriod() {
        var delivery = new SampleFacts()
                .task(1, 10, november(10), 60, 1) // on its day
                .task(2, 10, november(12), 60, 1) // two days late
                .task(3, 20, null, 60, 1) // never
                .task(4, 30, november(20), 60, 1) // due after the period, completed in it
                .task(5, 1, november(5), 60, 1) // due before the period, completed in it
                .task(6, 1, null, 60, 1) // due before the period: counted there
                .metrics()
                .delivery();

        assertThat(delivery.inputs())
                .extracting(DeliveredTask::taskId, DeliveredTask::outcome)
                .containsExactly(
                        tuple(task(1), Outcome.ON_TIME),
                        tuple(task(2), Outcome.LATE),
                        tuple(task(3), Outcome.OVERDUE),
                        tuple(task(4), Outcome.ON_TIME),
                        tuple(task(5), Outcome.LATE));
        assertThat(delivery.onTimeRate().value()).isCloseTo(2.0 / 5, within(1e-12));
        assertThat(delivery.throughput().value()).isCloseTo(4 / 4.0, within(1e-12));
    }

    @Test
    void doesNotBlameAnOpenTaskBeforeItsDueDateIsOver() {
        var delivery = new SampleFacts()
                .today(LocalDate.of(2026, 11, 20))
                .task(1, 20, null, 60, 1)
                .task(2, 19, null, 60, 1)
                .metrics()
                .delivery();

        assertThat(delivery.inputs()).extracting(DeliveredTask::taskId).containsExactly(task(2));
    }

    @Test
    void readsTheDayOfCompletionInTheTeamsZone() {
        // 17:00 UTC on the 10th is the 11th in a zone eight hours ahead
        var delivery = new SampleFacts()
                .task(1, 10, Instant.parse("2026-11-10T17:00:00Z"), 60, 1)
                .metrics()
                .delivery();

        assertThat(delivery.inputs().get(0).completedOn()).isEqualTo(LocalDate.of(2026, 11, 11));
        assertThat(delivery.inputs().get(0).outcome()).isEqualTo(Outcome.LATE);
    }

    @Test
    void leadTimeRunsFromCreationAndCycleTimeFromTheStart() {
        // created on the 1st, started on the 3rd
        var delivery = new SampleFacts()
                .task(1, 20, november(5), 60, 1)
                .task(2, 20, november(11), 60, 1)
                .metrics()
                .delivery();

        assertThat(delivery.leadTime().value()).isCloseTo((4 + 10) / 2.0, within(1e-12));
        assertThat(delivery.cycleTime().value()).isCloseTo((2 + 8) / 2.0, within(1e-12));
        assertThat(delivery.leadTime().unit()).isEqualTo("days");
    }

    @Test
    void reworkIsWhatWasCompletedBefore() {
        var delivery = new SampleFacts()
                .task(1, 20, november(5), 60, 1)
                .task(2, TEAM, GOAL, 20, november(5), 60, 1, true)
                .metrics()
                .delivery();

        assertThat(delivery.reworkRate().value()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void measuresTheTeamsOwnTasksOnly() {
        var delivery = new SampleFacts()
                .task(1, new UUID(9, 9), GOAL, 20, november(5), 60, 1, false)
                .metrics()
                .delivery();

        assertThat(delivery.onTimeRate().value()).isNull();
        assertThat(delivery.leadTime().value()).isNull();
        assertThat(delivery.reworkRate().value()).isNull();
        assertThat(delivery.throughput().value()).isZero();
    }
}
