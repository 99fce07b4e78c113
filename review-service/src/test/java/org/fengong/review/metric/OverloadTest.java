package org.fengong.review.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fengong.review.metric.SampleFacts.ANNA;
import static org.fengong.review.metric.SampleFacts.BEN;
import static org.fengong.review.metric.SampleFacts.task;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class OverloadTest {
    @Test
    void countsWeeksWithMoreThanTheMemberCanGiveAndSaysByHowMuch() {
        var overload = new SampleFacts()
                .week(ANNA, 45, 2400, 2400)
                .week(ANNA, 46, 2401, 2400, task(1))
                .week(BEN, 46, 90, 0)
                .metrics()
                .overload();

        assertThat(overload.overloadedMemberWeeks().value()).isEqualTo(2);
        assertThat(overload.overloadMinutes().value()).isEqualTo(91);
        assertThat(overload.inputs())
                .containsExactly(
                        new Overload.OverloadedWeek(ANNA, YearWeek.of(2026, 46), 2401, 2400, 1, List.of(task(1))),
                        new Overload.OverloadedWeek(BEN, YearWeek.of(2026, 46), 90, 0, 90, List.of()));
    }

    @Test
    void isZeroAndNotUnknownWithoutMembers() {
        assertThat(new SampleFacts()
                        .metrics()
                        .overload()
                        .overloadedMemberWeeks()
                        .value())
                .isZero();
    }
}
