package org.fengong.tasks.goal;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A number that shows whether a goal is reached.
 *
 * @param current latest measurement, the baseline before the first one
 */
public record KeyResult(
        UUID keyResultId, String title, String unit, BigDecimal baseline, BigDecimal target, BigDecimal current) {
    KeyResult measured(BigDecimal value) {
        return new KeyResult(keyResultId, title, unit, baseline, target, value);
    }
}
