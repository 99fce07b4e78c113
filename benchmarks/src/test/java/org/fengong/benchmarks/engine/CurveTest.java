package org.fengong.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final Plan PLAN = new Plan(new int[0], new int[0]);

    private double now;
    private final Curve curve = new Curve(() -> now);

    private void betterAt(double seconds, long value) {
        now = seconds;
        curve.better(0, value, Solver.NO_BOUND, () -> PLAN);
    }

    private List<Long> valuesAtMarks() {
        return curve.atMarks().stream()
                .map(standing -> standing == null ? null : standing.value())
                .toList();
    }

    @Test
    void keepsThePlanThatStandsAtEachMark() {
        betterAt(0.1, 90);
        betterAt(1.9, 80);
        betterAt(7, 70);
        betterAt(10, 60);
        now = 12;

        curve.end(new Solver.Outcome(PLAN, 50, Solver.NO_BOUND, 0, "done"));

        assertThat(valuesAtMarks()).containsExactly(80L, 80L, 60L, 50L);
        assertThat(curve.first().value()).isEqualTo(90);
        assertThat(curve.last().value()).isEqualTo(50);
    }

    @Test
    void hasNothingAtMarksBeforeTheFirstPlan() {
        betterAt(6, 90);

        curve.end(new Solver.Outcome(PLAN, 90, Solver.NO_BOUND, 0, "done"));

        assertThat(valuesAtMarks()).isEqualTo(Arrays.asList(null, null, 90L, 90L));
    }

    @Test
    void hasNothingWithoutAPlan() {
        curve.end(new Solver.Outcome(null, 0, Solver.NO_BOUND, 0, "stuck"));

        assertThat(valuesAtMarks()).containsOnlyNulls();
        assertThat(curve.first()).isNull();
        assertThat(curve.last()).isNull();
        assertThat(curve.points()).isEmpty();
    }
}
