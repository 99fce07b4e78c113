package org.fengong.review.adjustment;

import java.util.UUID;

/**
 * An open role whose effort should be another one.
 *
 * @param minutes its effort now
 * @param newMinutes what it should be
 */
public record NewEstimate(UUID taskId, UUID roleId, int minutes, int newMinutes) {}
