package org.fengong.review.organisation;

import java.util.Map;
import java.util.UUID;

/** A skill as members-service tells it. */
record SkillChanged(UUID skillId, String key, long version, Map<String, String> names) {
    static final String TYPE = "fengong.members.skill-changed.v1";

    String name() {
        return names == null ? key : names.getOrDefault("en", key);
    }
}
