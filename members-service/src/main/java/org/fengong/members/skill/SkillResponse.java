package org.fengong.members.skill;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * @param parentId the broader skill that it is part of
 * @param mergedInto the skill that took its place; it is not changed any more then
 */
public record SkillResponse(
        UUID id,
        String key,
        SkillNames names,
        String field,
        @Schema(nullable = true) String escoUri,
        boolean active,
        @Schema(nullable = true) UUID parentId,
        @Schema(nullable = true) UUID mergedInto,
        SkillAliases aliases,
        @Schema(nullable = true) String externalSource,
        @Schema(nullable = true) String externalId,
        long version)
        implements Versioned {
    static SkillResponse of(Skill skill) {
        return new SkillResponse(
                skill.id(),
                skill.key(),
                skill.names(),
                skill.field(),
                skill.escoUri(),
                skill.active(),
                skill.parentId(),
                skill.mergedInto(),
                skill.aliases(),
                skill.externalSource(),
                skill.externalId(),
                skill.version());
    }
}
