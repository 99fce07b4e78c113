package org.fengong.review.review;

import java.util.UUID;
import org.fengong.review.adjustment.Training;

/**
 * What became of a skill that a member was to learn.
 *
 * @param reviewId the review that proposed it
 * @param before the member's level when it was proposed, 0 without the skill
 * @param after the level when this was measured
 * @param wanted the level that was lacking
 */
public record TrainingEffect(
        UUID reviewId, UUID adjustmentId, UUID memberId, UUID skillId, int before, int after, int wanted) {
    static TrainingEffect of(UUID reviewId, UUID adjustmentId, Training training, int levelNow) {
        return new TrainingEffect(
                reviewId,
                adjustmentId,
                training.memberId(),
                training.skillId(),
                training.level(),
                levelNow,
                training.minLevel());
    }
}
