package org.fengong.members.skill;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

record SkillResponse(
        UUID id,
        String key,
        SkillNames names,
        String field,
        @Schema(nullable = true) String escoUri,
        boolean active,
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
                skill.version());
    }
}
