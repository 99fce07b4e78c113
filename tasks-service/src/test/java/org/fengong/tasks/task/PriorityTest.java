package org.fengong.tasks.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @ParameterizedTest
    @CsvSource({
        // importance, goal, waiting, due, points: importance, goal, waiting, due, value
        "3,  0,  0, 2026-11-26,  60,  0,   0,   0,  60",
        "3,  0,  0, 2026-12-06,  60,  0,   0, -10,  50",
        "1, 10,  2, 2026-11-19,  20, 10,  20,   7,  57",
        "5, 50, 10, 2026-11-26, 100, 50, 100,   0, 250",
        "5, 50, 40, 2026-11-26, 100, 50, 100,   0, 250",
    })
    void isTheSumOfItsParts(
            int importance,
            int goalWeight,
            int waitingTasks,
            LocalDate due,
            int importancePoints,
            int goalPoints,
            int waitingPoints,
            int duePoints,
            int value) {
        assertThat(Priority.of(importance, goalWeight, waitingTasks, due, TODAY))
                .isEqualTo(new Priority(value, importancePoints, goalPoints, waitingPoints, duePoints, waitingTasks));
    }

    @Test
    void gainsAPointADayWhateverTheTaskIs() {
        var urgent = Priority.of(5, 50, 3, TODAY, TODAY);
        var idle = Priority.of(1, 0, 0, TODAY.plusYears(1), TODAY);

        assertThat(Priority.of(5, 50, 3, TODAY, TODAY.plusDays(9)).value()).isEqualTo(urgent.value() + 9);
        assertThat(Priority.of(1, 0, 0, TODAY.plusYears(1), TODAY.plusDays(9)).value())
                .isEqualTo(idle.value() + 9);
    }
}
