package org.fengong.tasks.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ReasonRequest", examples = """
        {"reason": "The launch was called off."}""")
record ReasonRequest(@NotBlank @Size(max = 500) String reason) {}
