package org.fengong.allocation.plan.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a policy may change; each change is a new version. */
@Schema(name = "PolicyForm", examples = """
        {"weights": {"fairnessWeight": 200}}""")
record PolicyForm(
        @NotBlank @Size(max = 120) String name,
        @NotNull @Valid PlanPolicy weights) {}
