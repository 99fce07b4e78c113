package org.fengong.tasks.goal;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How far key results and goals are: 0 = at the beginning, 1 = reached, with 4 decimals. */
final class Progress {
    static final String OF_KEY_RESULT =
            "(current − baseline) ÷ (target − baseline), not below 0 and not above 1, so a target may lie below the"
                    + " baseline, too; 4 decimals. Where both are the same: 1 while current is the target, else 0.";

    static final String OF_GOAL =
            "From 0 to 1, 4 decimals: Σ weight · progress ÷ Σ weight over its key results and the goals that are part of"
                    + " it. Goals that measure nothing do not count; absent when the goal and all below it measure nothing.";

    private static final int DECIMALS = 4;

    private final Map<UUID, List<Goal>> parts;
    private final Map<UUID, BigDecimal> known = new HashMap<>();

    private Progress(Map<UUID, List<Goal>> parts) {
        this.parts = parts;
    }

    /** (current − baseline) ÷ (target − baseline), clamped to 0..1. */
    static BigDecimal of(KeyResult result) {
        var way = result.target().subtract(result.baseline());
        if (way.signum() == 0) {
            return result.current().compareTo(result.target()) == 0 ? ONE : ZERO;
        }
        var done = result.current().subtract(result.baseline());
        return rounded(done, way).max(ZERO).min(ONE);
    }

    /**
     * @param goals with all goals below them
     * @return by id, without the goals that measure nothing
     */
    static Map<UUID, BigDecimal> of(Collection<Goal> goals) {
        var progress = new Progress(goals.stream()
                .filter(goal -> goal.parentGoalId() != null)
                .collect(Collectors.groupingBy(Goal::parentGoalId)));
        goals.forEach(progress::of);
        return progress.known;
    }

    /** Σ weight · progress ÷ Σ weight over key results and parts; null when nothing is measured. */
    private BigDecimal of(Goal goal) {
        if (known.containsKey(goal.id())) {
            return known.get(goal.id());
        }
        var sum = ZERO;
        var weights = 0;
        for (var result : goal.keyResults()) {
            sum = sum.add(of(result).multiply(BigDecimal.valueOf(result.weight())));
            weights += result.weight();
        }
        for (var part : parts.getOrDefault(goal.id(), List.of())) {
            var ofPart = of(part);
            if (ofPart != null) {
                sum = sum.add(ofPart.multiply(BigDecimal.valueOf(part.weight())));
                weights += part.weight();
            }
        }
        if (weights == 0) {
            return null;
        }
        var mean = rounded(sum, BigDecimal.valueOf(weights));
        known.put(goal.id(), mean);
        return mean;
    }

    private static BigDecimal rounded(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
