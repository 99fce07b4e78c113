package org.fengong.allocation.offer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason for the lead, who has to find somebody else */
@Schema(name = "DeclineOfferRequest", examples = """
        {"reason": "I am at the fair in Porto that week."}""")
record DeclineOfferRequest(@NotBlank @Size(max = 500) String reason) {}
