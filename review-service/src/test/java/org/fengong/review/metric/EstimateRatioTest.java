package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.november;
import static org.fengong.review.metric.SampleFacts.role;

import java.time.LocalDate;
import org.fengong.review.metric.EstimateRatio.CompletedRole;
import org.junit.jupiter.api.Test;

class EstimateRatioTest {
    @Test
    void comparesAllLoggedMinutesOfCompletedRolesWithTheirEstimates() {
        var ratio = new SampleFacts()
                .task(1, 20, november(10), 600, 1)
                .task(2, 20, november(11), 200, 1)
                .task(3, 20, null, 1000, 1)
                .work(1, ANNA, LocalDate.of(2026, 10, 30), 300) // before the period, still part of what it took
                .work(1, BEN, 4, 600)
                .work(2, ANNA, 5, 100)
                .work(3, ANNA, 5, 5000)
                .metrics()
                .estimateRatio();

        // (900 + 100) / (600 + 200)
        assertThat(ratio.value()).isCloseTo(1.25, within(1e-12));
    }

    @Test
    void doesNotCountARoleOnWhichNothingWasLogged() {
        var ratio = new SampleFacts()
                .task(1, 20, november(10), 600, 1)
                .task(2, 20, november(11), 200, 1)
                .work(2, ANNA, 5, 300)
                .metrics()
                .estimateRatio();

        assertThat(ratio.value()).isCloseTo(1.5, within(1e-12));
        assertThat(ratio.inputs())
                .extracting(CompletedRole::roleId, CompletedRole::counted)
                .containsExactly(tuple(role(1), false), tuple(role(2), true));
    }

    @Test
    void isUnknownWhenNothingWasCompleted() {
        assertThat(new SampleFacts()
                        .task(1, 20, null, 600, 1)
                        .metrics()
                        .estimateRatio()
                        .value())
                .isNull();
    }
}
