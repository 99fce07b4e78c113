package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.review.metric.SampleFacts.ANNA;

import org.junit.jupiter.api.Test;

class IndicatorTest {
    @Test
    void lessSpreadIsBetterAndSoIsAnEstimateNearerToOne() {
        assertThat(Indicator.COEFFICIENT_OF_VARIATION.isBetter(0.5, 0.3)).isTrue();
        assertThat(Indicator.OVERLOADED_MEMBER_WEEKS.isBetter(2, 3)).isFalse();
        assertThat(Indicator.ON_TIME_RATE.isBetter(0.7, 0.9)).isTrue();
        assertThat(Indicator.ESTIMATE_RATIO.isBetter(1.5, 0.8)).isTrue();
        assertThat(Indicator.ESTIMATE_RATIO.isBetter(1.1, 0.8)).isFalse();
    }

    @Test
    void readsItsNumberOrNothing() {
        var metrics = new SampleFacts().week(ANNA, 45, 2500, 2400).metrics();

        assertThat(Indicator.OVERLOADED_MEMBER_WEEKS.of(metrics)).isEqualTo(1);
        assertThat(Indicator.MAX_TO_MEAN_RATIO.of(metrics)).isEqualTo(1);
        assertThat(Indicator.SKILL_FIT.of(metrics)).isNull();
    }
}
