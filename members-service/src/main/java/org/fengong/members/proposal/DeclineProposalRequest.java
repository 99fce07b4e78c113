package org.fengong.members.proposal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason for the member to read */
@Schema(name = "DeclineProposalRequest", examples = """
        {"reason": "The series was edited by somebody else; let us look again in spring."}""")
record DeclineProposalRequest(@NotBlank @Size(max = 500) String reason) {}
