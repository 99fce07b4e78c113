package org.fengong.allocation.plan.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A team's own policy.
 *
 * @param key names it in a request for a plan; none that a preset has
 * @param weights what it weighs otherwise than by default
 */
@Schema(name = "CreatePolicyRequest", examples = """
        {"teamId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "key": "launch", "name": "Before the launch",\
         "weights": {"latenessWeight": 250, "maxLoadRatio": 0.9}}""")
record CreatePolicyRequest(
        @NotNull UUID teamId,

        @NotNull @Pattern(regexp = PATTERN) @Size(max = MAX_LENGTH)
        String key,

        @NotBlank @Size(max = 120) String name,
        @NotNull @Valid PlanPolicy weights) {
    static final String PATTERN = "[a-z0-9][a-z0-9-]*";
    static final int MAX_LENGTH = 60;
}
