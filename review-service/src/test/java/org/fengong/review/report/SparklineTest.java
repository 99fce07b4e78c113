package org.fengong.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void goesFromTheLowestAtTheBottomToTheHighestAtTheTop() {
        assertThat(Sparkline.of(List.of(1.0, 3.0, 2.0)))
                .isEqualTo(new Sparkline("4.0,24.0 60.0,4.0 116.0,14.0", "116.0", "14.0"));
    }

    @Test
    void leavesOutWhatWasNotMeasured() {
        assertThat(Sparkline.of(Arrays.asList(1.0, null, 2.0)).points()).isEqualTo("4.0,24.0 116.0,4.0");
    }

    @Test
    void isFlatInTheMiddleWhenNothingChanges() {
        assertThat(Sparkline.of(List.of(5.0, 5.0)).points()).isEqualTo("4.0,14.0 116.0,14.0");
    }

    @Test
    void needsTwoValues() {
        assertThat(Sparkline.of(Arrays.asList(1.0, null))).isNull();
    }
}
