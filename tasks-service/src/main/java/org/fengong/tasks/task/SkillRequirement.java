package org.fengong.tasks.task;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A skill that a role asks for.
 *
 * @param minLevel lowest proficiency, 1–5
 * @param mandatory whether somebody below the level is out of question; else it is wished
 * @param weight against the role's other skills, 1–10; default 1
 */
@Schema(name = "SkillRequirement")
public record SkillRequirement(
        @NotNull UUID skillId,
        @Schema(required = true) @Min(1) @Max(5) int minLevel,
        @Schema(required = true) boolean mandatory,
        @Min(1) @Max(10) Integer weight) {
    SkillRequirement withWeight() {
        return weight == null ? new SkillRequirement(skillId, minLevel, mandatory, 1) : this;
    }
}
