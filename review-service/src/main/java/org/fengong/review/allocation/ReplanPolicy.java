package org.fengong.review.allocation;

/**
 * What a new plan shall weigh otherwise than by default; null leaves a value as it is. Weights
 * are percent of the usual ones.
 *
 * @param maxLoadRatio part of the members' capacity that the plan may fill
 */
public record ReplanPolicy(Integer fitWeight, Integer latenessWeight, Integer fairnessWeight, Double maxLoadRatio) {}
