package org.fengong.members.suggestion;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.skill.SkillNames;

/**
 * The skills of a member's occupation; both lists are empty while the member has none.
 *
 * @param essential what everybody in the occupation needs, sorted by key
 * @param optional what some in the occupation need, sorted by key
 */
record SuggestedSkillsResponse(
        UUID memberId,
        @Schema(nullable = true) UUID occupationId,
        List<Suggestion> essential,
        List<Suggestion> optional) {
    /** @param heldLevel at which the member holds the skill; absent when the member does not */
    @Schema(name = "SuggestedSkill")
    record Suggestion(
            UUID skillId,
            String key,
            SkillNames names,
            String field,
            @Schema(nullable = true) Integer heldLevel) {}
}
