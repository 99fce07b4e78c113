package org.fengong.review.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.fengong.review.metric.Facts;
import org.junit.jupiter.api.Test;
import org.threeten.extra.YearWeek;

class TaskDivisionTest {
    private final UUID taskId = UUID.randomUUID();
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final TaskDivision division = new TaskDivision(taskId);

    private TaskDivided told(long version, UUID... assignmentIds) {
        return new TaskDivided(
                taskId,
                UUID.randomUUID(),
                version,
                List.of(assignmentIds).stream()
                        .map(id -> new TaskDivided.Assignment(
                                id,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                0.8,
                                List.of(new Facts.WeekMinutes(YearWeek.of(2026, 45), 600))))
                        .toList(),
                null);
    }

    @Test
    void remembersAnAssignmentThatIsNoLongerToldOfAsReleased() {
        division.take(told(1, first));

        division.take(told(2, second));

        assertThat(division.facts())
                .extracting(Facts.Assignment::assignmentId, Facts.Assignment::standing)
                .containsExactly(tuple(second, true), tuple(first, false));
    }

    @Test
    void letsAReleasedAssignmentStandAgain() {
        division.take(told(1, first));
        division.take(told(2));

        division.take(told(3, first));

        assertThat(division.facts())
                .extracting(Facts.Assignment::assignmentId, Facts.Assignment::standing)
                .containsExactly(tuple(first, true));
    }

    @Test
    void ignoresWhatIsOlder() {
        division.take(told(5, first));

        division.take(told(4, second));

        assertThat(division.facts()).extracting(Facts.Assignment::assignmentId).containsExactly(first);
    }
}
