package org.fengong.allocation.snapshot;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** A goal as tasks-service tells it. */
public record GoalState(
        UUID goalId, String key, long version, UUID teamId, String title, int weight, List<KeyResult> keyResults) {
    public record KeyResult(UUID keyResultId, String title, String unit, BigDecimal target, BigDecimal current) {}

    public GoalState {
        keyResults = keyResults == null ? List.of() : keyResults;
    }
}
