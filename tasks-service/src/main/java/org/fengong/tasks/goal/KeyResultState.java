package org.fengong.tasks.goal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key result as callers and other services see it. */
@Schema(name = "KeyResult", description = "A number that shows whether a goal is reached.")
record KeyResultState(
        UUID keyResultId,
        String title,
        String unit,
        @Schema(description = "The value at the beginning.") BigDecimal baseline,

        @Schema(description = "The value to be reached, above or below the baseline.")
        BigDecimal target,

        @Schema(description = "The latest measurement, the baseline before the first one.")
        BigDecimal current,

        @Schema(description = "In the progress of its goal.")
        int weight,

        @Schema(description = Progress.OF_KEY_RESULT) BigDecimal progress) {
    static List<KeyResultState> of(Goal goal) {
        return goal.keyResults().stream()
                .map(k -> new KeyResultState(
                        k.keyResultId(),
                        k.title(),
                        k.unit(),
                        k.baseline(),
                        k.target(),
                        k.current(),
                        k.weight(),
                        Progress.of(k)))
                .toList();
    }
}
