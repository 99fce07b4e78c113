package org.fengong.tasks.goal;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A number that shows whether a goal is reached, as it is stored.
 *
 * @param current latest measurement, the baseline before the first one
 * @param weight 1–100 in the progress of its goal; null becomes 10
 */
public record KeyResult(
        UUID keyResultId,
        String title,
        String unit,
        BigDecimal baseline,
        BigDecimal target,
        BigDecimal current,
        Integer weight) {
    public KeyResult {
        weight = weight == null ? 10 : weight;
    }

    KeyResult measured(BigDecimal value) {
        return new KeyResult(keyResultId, title, unit, baseline, target, value, weight);
    }
}
