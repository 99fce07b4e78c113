package org.fengong.review.allocation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a new plan shall weigh otherwise than by default; null leaves a value as it is. Weights
 * are percent of the usual ones.
 *
 * @param maxLoadRatio part of the members' capacity that the plan may fill
 */
public record ReplanPolicy(
        @Schema(nullable = true) Integer fitWeight,
        @Schema(nullable = true) Integer latenessWeight,
        @Schema(nullable = true) Integer fairnessWeight,
        @Schema(nullable = true) Double maxLoadRatio) {
    public static final ReplanPolicy STANDARD = new ReplanPolicy(null, null, null, null);
}
