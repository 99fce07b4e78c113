package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param targetLevel proficiency 1–5, above the one that the member holds
 * @param reason seen by whoever sees the member
 * @param until last day on which the wish holds
 */
@Schema(name = "LearningWishRequest", examples = """
        {"targetLevel": 3, "reason": "I would like to take over the newsletter.", "until": "2027-06-30"}""")
record LearningWishRequest(
        @Schema(required = true) @Min(1) @Max(5) int targetLevel,
        @Size(max = 300) String reason,
        LocalDate until) {
    LearningWish wish(UUID skillId) {
        return new LearningWish(skillId, targetLevel, reason, until);
    }
}
