package org.fengong.allocation.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason what the asking team reads */
@Schema(name = "DeclineRequestRequest", examples = """
        {"reason": "The quarter closes that week; ask again for January."}""")
record DeclineRequestRequest(@NotBlank @Size(max = 1000) String reason) {}
