package org.fengong.members.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param level proficiency 1–5
 * @param evidence what the level rests on, such as a piece of work; kept with the record of the level
 */
@Schema(name = "LevelRequest", examples = """
        {"level": 3, "evidence": "Wrote the launch series of spring alone."}""")
record LevelRequest(
        @Schema(required = true) @Min(1) @Max(5) int level,
        @Size(max = 1000) String evidence) {}
