package org.fengong.members.skill;

import java.util.UUID;

/**
 * A skill as it is now.
 *
 * @param mergedInto the skill that took its place; members who hold that one are told to hold this one, too
 */
record SkillChanged(
        UUID skillId,
        String key,
        long version,
        SkillNames names,
        String field,
        String escoUri,
        boolean active,
        UUID parentId,
        UUID mergedInto,
        SkillAliases aliases,
        String externalSource,
        String externalId) {
    static final String TYPE = "fengong.members.skill-changed.v1";

    static SkillChanged of(Skill skill) {
        return new SkillChanged(
                skill.id(),
                skill.key(),
                skill.version(),
                skill.names(),
                skill.field(),
                skill.escoUri(),
                skill.active(),
                skill.parentId(),
                skill.mergedInto(),
                skill.aliases(),
                skill.externalSource(),
                skill.externalId());
    }
}
