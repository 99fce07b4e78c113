package org.fengong.review.finding;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

/**
 * Where a team wants a kind of finding to begin, in the unit of its rule.
 *
 * @param warning from where on it is a finding
 * @param critical from where on it is SEVERE
 */
public record TeamThreshold(
        @NotNull @DecimalMin("0") @DecimalMax("100000") Double warning,
        @NotNull @DecimalMin("0") @DecimalMax("100000") Double critical) {
    /** False when a number would be severe before it is a finding at all. */
    public boolean isInOrder(FindingKind kind) {
        return kind.isWorseAbove() ? warning <= critical : warning >= critical;
    }
}
