package org.fengong.allocation.plan.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Policies that every team has. Whoever changes one raises its version. */
enum PolicyPreset {
    BALANCED("Balanced", 2, PlanPolicy.STANDARD),
    DEADLINE_FIRST("Deadlines first", 2, new PlanPolicy(null, 50, 300, 50, null, 200, 50, 150, null)),
    DEVELOP_PEOPLE("Develop people", 2, new PlanPolicy(50, 300, null, 150, null, null, 0, null, null)),
    KEEP_STABLE("Keep what is", 2, new PlanPolicy(null, null, null, null, 500, null, null, null, null));

    private final String title;
    private final int version;
    private final PlanPolicy weights;

    PolicyPreset(String title, int version, PlanPolicy weights) {
        this.title = title;
        this.version = version;
        this.weights = weights;
    }

    static Optional<PolicyPreset> of(String key) {
        return Arrays.stream(values())
                .filter(preset -> preset.key().equals(key))
                .findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    AppliedPolicy applied() {
        return new AppliedPolicy(new AppliedPolicy.Source(null, key(), version, title), weights);
    }

    PolicyResponse response() {
        return new PolicyResponse(
                null, null, key(), title, true, weights, PolicyResponse.describe(weights), null, null, version);
    }
}
