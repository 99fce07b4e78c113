package org.fengong.review.review;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DeclineAdjustmentRequest", examples = """
        {"reason": "The launch is over; the load falls by itself."}""")
record DeclineRequest(@NotBlank @Size(max = 500) String reason) {}
