package org.fengong.review.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A goal as tasks-service tells it. */
record GoalState(
        UUID goalId,
        long version,
        UUID teamId,
        String title,
        LocalDate from,
        LocalDate to,
        double weight,
        List<KeyResult> keyResults,
        UUID keyResultId,
        LocalDate measuredOn,
        Previous previous) {
    static final String CREATED = "fengong.tasks.goal-created.v1";
    static final String CHANGED = "fengong.tasks.goal-changed.v1";
    /** Also names the measured key result, the day and the value before. */
    static final String MEASURED = "fengong.tasks.key-result-measured.v1";

    record KeyResult(UUID keyResultId, double baseline, double target, double current) {}

    record Previous(double current) {}

    double measured() {
        return keyResults.stream()
                .filter(result -> result.keyResultId().equals(keyResultId))
                .findFirst()
                .orElseThrow()
                .current();
    }
}
