package org.fengong.members.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param level proficiency 1–5
 * @param evidence what it rests on, such as a piece of work
 */
@Schema(name = "ProposeLevelRequest", examples = """
        {"skillId": "01a21332-965e-77b7-830f-aa6addde1195", "level": 4, "evidence": "Led the new identity of the shop."}""")
record ProposeLevelRequest(
        @NotNull UUID skillId,
        @Schema(required = true) @Min(1) @Max(5) int level,
        @Size(max = 1000) String evidence) {}
