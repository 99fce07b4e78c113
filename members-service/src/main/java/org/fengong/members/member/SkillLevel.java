package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param level proficiency: 1 beginner, 2 advanced beginner, 3 competent, 4 proficient, 5 expert */
public record SkillLevel(
        @NotNull UUID skillId,
        @Schema(required = true) @Min(1) @Max(5) int level) {}
