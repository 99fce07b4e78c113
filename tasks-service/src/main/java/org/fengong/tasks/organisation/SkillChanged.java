package org.fengong.tasks.organisation;

import java.util.UUID;

record SkillChanged(UUID skillId, String key, long version, String field) {
    static final String TYPE = "fengong.members.skill-changed.v1";
}
