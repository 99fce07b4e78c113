package org.fengong.members.skill;

import java.util.UUID;
import org.fengong.platform.http.Versioned;

record SkillResponse(UUID id, String key, SkillNames names, String field, String escoUri, boolean active, long version)
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
