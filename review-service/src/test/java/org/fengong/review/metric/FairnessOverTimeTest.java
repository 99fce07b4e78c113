package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.CLEO;

import java.time.LocalDate;
import org.fengong.review.metric.FairnessOverTime.MemberLoadOverTime;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class FairnessOverTimeTest {
    @Test
    void normalisesByCapacityAndCountsANewcomerFromTheFirstWeek() {
        // Anna 1800 / 4000 = 0.45 and Ben, half-time, 900 / 2000 = 0.45; Cleo came in week 47: 1600 / 2000 = 0.8
        var fairness = new SampleFacts()
                .pastWeek(ANNA, 40, 1000, 2000)
                .pastWeek(ANNA, 41, 800, 2000)
                .pastWeek(BEN, 40, 500, 1000)
                .pastWeek(BEN, 41, 400, 1000)
                .pastWeek(CLEO, 47, 1600, 2000)
                .metrics()
                .fairnessOverTime();

        // (0.45 + 0.45 + 0.8)^2 / (3 * (0.2025 + 0.2025 + 0.64)) = 2.89 / 3.135
        assertThat(fairness.jainIndex().value()).isCloseTo(2.89 / 3.135, within(1e-12));
        assertThat(fairness.jainIndex().unit()).isEqualTo("ratio");
        assertThat(fairness.jainIndex().formula()).contains("(sum of loadRatio)^2 / (count * sum of loadRatio^2)");
        assertThat(fairness.from()).isEqualTo(YearWeek.of(2026, 37));
        assertThat(fairness.to()).isEqualTo(YearWeek.of(2026, 48));
        assertThat(fairness.inputs())
                .extracting(MemberLoadOverTime::memberId, MemberLoadOverTime::weeks, MemberLoadOverTime::loadRatio)
                .containsExactly(tuple(ANNA, 2, 0.45), tuple(BEN, 2, 0.45), tuple(CLEO, 1, 0.8));
    }

    @Test
    void doesNotCountWeeksWithoutCapacity() {
        // Anna was away in week 41; the minutes that stood there say nothing of a fair share
        var fairness = new SampleFacts()
                .pastWeek(ANNA, 40, 1000, 2000)
                .pastWeek(ANNA, 41, 700, 0)
                .pastWeek(BEN, 40, 1000, 2000)
                .pastWeek(CLEO, 40, 300, 0)
                .metrics()
                .fairnessOverTime();

        assertThat(fairness.jainIndex().value()).isCloseTo(1, within(1e-12));
        assertThat(fairness.inputs())
                .extracting(MemberLoadOverTime::weeks, MemberLoadOverTime::loadMinutes, MemberLoadOverTime::loadRatio)
                .containsExactly(tuple(1, 1000, 0.5), tuple(1, 1000, 0.5), tuple(0, 0, null));
    }

    @Test
    void doesNotCountWorkThatWasReleasedBeforeItHappened() {
        // Week 40 (28 September to 4 October) was over when Ben lost 800 minutes of it, of which he had done 200; of
        // week 45 Anna lost 500 on its Wednesday, when two of five days had stood: 200, of which she had done 50.
        var fairness = new SampleFacts()
                .pastWeek(ANNA, 45, 1200, 2000)
                .pastWeek(BEN, 40, 1600, 2000)
                .released(BEN, LocalDate.of(2026, 10, 8), 40, 800, 200)
                .released(ANNA, LocalDate.of(2026, 11, 4), 45, 500, 50)
                .released(ANNA, LocalDate.of(2026, 10, 30), 45, 500, 0) // free before the week began
                .metrics()
                .fairnessOverTime();

        assertThat(fairness.inputs())
                .extracting(MemberLoadOverTime::notDoneMinutes, MemberLoadOverTime::loadRatio)
                .containsExactly(tuple(150, 0.525), tuple(600, 0.5));
    }

    @Test
    void isUnknownWhereNothingStood() {
        assertThat(new SampleFacts().metrics().fairnessOverTime().jainIndex().value())
                .isNull();
        assertThat(new SampleFacts()
                        .pastWeek(ANNA, 40, 0, 2000)
                        .metrics()
                        .fairnessOverTime()
                        .jainIndex()
                        .value())
                .isNull();
    }
}
