package org.fengong.allocation.snapshot;

import java.util.Map;
import java.util.UUID;

/** A skill as members-service tells it. */
public record SkillState(UUID skillId, String key, long version, Map<String, String> names, String field) {
    public String name() {
        return names == null ? key : names.getOrDefault("en", key);
    }
}
