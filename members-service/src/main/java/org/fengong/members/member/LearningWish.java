package org.fengong.members.member;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A skill that a member wants to get better at.
 *
 * @param targetLevel proficiency 1–5 that the member wants to reach
 * @param reason why, in the member's words
 * @param until last day on which the wish holds; absent: until it is taken back
 */
public record LearningWish(
        UUID skillId,
        int targetLevel,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) LocalDate until) {
    static final int MAX_WISHES = 50;

    LearningWish of(UUID otherSkill) {
        return new LearningWish(otherSkill, targetLevel, reason, until);
    }

    /** As others are told of it: the reason stays here. */
    LearningWish withoutReason() {
        return new LearningWish(skillId, targetLevel, null, until);
    }
}
