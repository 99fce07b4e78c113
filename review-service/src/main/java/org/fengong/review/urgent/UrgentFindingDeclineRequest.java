package org.fengong.review.urgent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DeclineUrgentFindingRequest", examples = """
        {"reason": "Ben takes it over; no new plan is needed."}""")
record UrgentFindingDeclineRequest(
        @NotBlank @Size(max = 500) String reason) {}
