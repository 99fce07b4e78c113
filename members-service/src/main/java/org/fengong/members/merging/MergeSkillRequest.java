package org.fengong.members.merging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param into the skill that stays */
@Schema(name = "MergeSkillRequest", examples = """
        {"into": "01a21332-965e-77b7-830f-aa6addde1195"}""")
record MergeSkillRequest(@NotNull UUID into) {}
