package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param level proficiency 1–5 */
@Schema(name = "LevelRequest", examples = """
        {"level": 3}""")
record LevelRequest(@Schema(required = true) @Min(1) @Max(5) int level) {}
