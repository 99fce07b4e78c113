package org.fengong.members.skill;

import java.util.UUID;

/** A skill as it is now. */
record SkillChanged(
        UUID skillId, String key, long version, SkillNames names, String field, String escoUri, boolean active) {
    static final String TYPE = "fengong.members.skill-changed.v1";

    static SkillChanged of(Skill skill) {
        return new SkillChanged(
                skill.id(),
                skill.key(),
                skill.version(),
                skill.names(),
                skill.field(),
                skill.escoUri(),
                skill.active());
    }
}
