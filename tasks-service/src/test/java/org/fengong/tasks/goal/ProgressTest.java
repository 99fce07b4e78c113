package org.fengong.tasks.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.tasks.goal.CreateGoalRequest.KeyResultForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** P1: how far a goal is, by the formula that the API publishes. */
class ProgressTest {
    private static KeyResult keyResult(BigDecimal baseline, BigDecimal target, BigDecimal current, Integer weight) {
        return new KeyResult(UUID.randomUUID(), "Sign-ups", "people", baseline, target, current, weight);
    }

    private static KeyResultForm measured(Integer weight) {
        return new KeyResultForm(null, "Sign-ups", "people", BigDecimal.ZERO, BigDecimal.valueOf(100), weight);
    }

    private static Goal goal(Goal parent, int weight, KeyResultForm... keyResults) {
        return Goal.create(new CreateGoalRequest(
                UUID.randomUUID(),
                "goal",
                "A goal",
                parent == null ? null : parent.id(),
                null,
                LocalDate.of(2026, 10, 1),
                LocalDate.of(2026, 12, 31),
                weight,
                List.of(keyResults)));
    }

    private static void measure(Goal goal, int index, int value) {
        goal.measure(goal.keyResults().get(index).keyResultId(), BigDecimal.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource({
        "120, 200, 120, 0",
        "120, 200, 160, 0.5",
        "120, 200, 200, 1",
        "120, 200, 250, 1",
        "120, 200, 100, 0",
        "30.5, 20, 30.5, 0",
        "30.5, 20, 27, 0.3333",
        "30.5, 20, 20, 1",
        "30.5, 20, 12, 1",
        "30.5, 20, 40, 0",
        "-10, 10, 0, 0.5",
        "0, 3, 2, 0.6667",
        "5, 5, 5.0, 1",
        "5, 5, 4, 0",
    })
    void isThePartOfTheWayFromBaselineToTargetInEitherDirection(
            BigDecimal baseline, BigDecimal target, BigDecimal current, BigDecimal progress) {
        assertThat(Progress.of(keyResult(baseline, target, current, null))).isEqualByComparingTo(progress);
    }

    @Test
    void ofAGoalIsTheWeightedMeanOfItsKeyResults() {
        var goal = goal(null, 10, measured(30), measured(null));
        measure(goal, 0, 80);

        assertThat(Progress.of(List.of(goal)).get(goal.id())).isEqualByComparingTo("0.6"); // (30 · 0.8 + 10 · 0) ÷ 40
    }

    @Test
    void ofAGoalTakesItsPartsByTheirWeightOverAllLevels() {
        var root = goal(null, 10, measured(20));
        measure(root, 0, 100);
        var half = goal(root, 60);
        var below = goal(half, 10, measured(null));
        measure(below, 0, 50);
        var nothing = goal(root, 100);

        var progress = Progress.of(List.of(root, half, below, nothing));

        assertThat(progress).doesNotContainKey(nothing.id());
        assertThat(progress.get(half.id())).isEqualByComparingTo("0.5");
        assertThat(progress.get(root.id())).isEqualByComparingTo("0.625"); // (20 · 1 + 60 · 0.5) ÷ 80
    }

    @Test
    void isUnknownOfAGoalThatMeasuresNothing() {
        assertThat(Progress.of(List.of(goal(null, 10)))).isEmpty();
    }
}
