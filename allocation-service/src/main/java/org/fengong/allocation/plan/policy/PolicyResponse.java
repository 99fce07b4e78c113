package org.fengong.allocation.plan.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * A policy at one version.
 *
 * @param id absent of a preset
 * @param teamId absent of a preset
 * @param preset true for one that every team has and nobody changes
 * @param policy what it weighs otherwise than by default
 * @param weights all that it weighs, with unit and meaning
 */
record PolicyResponse(
        @Schema(nullable = true) UUID id,
        @Schema(nullable = true) UUID teamId,
        String key,
        String name,
        boolean preset,
        PlanPolicy policy,
        List<Weight> weights,
        @Schema(nullable = true) String changedBy,
        @Schema(nullable = true) Instant changedAt,
        long version)
        implements Versioned {
    /** @param standard what it is when a policy leaves it out */
    @Schema(name = "PolicyWeight")
    record Weight(String key, BigDecimal value, String unit, BigDecimal standard, String meaning) {}

    static PolicyResponse of(Policy policy) {
        return new PolicyVersion(policy).response(policy);
    }

    static List<Weight> describe(PlanPolicy policy) {
        return Arrays.stream(PolicyWeight.values())
                .map(weight -> weight.of(policy))
                .toList();
    }
}
