package org.fengong.tasks.organisation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

record SkillChanged(
        @NotNull UUID skillId,
        @NotNull String key,
        @Min(1) long version,
        @NotNull String field) {
    static final String TYPE = "fengong.members.skill-changed.v1";
}
