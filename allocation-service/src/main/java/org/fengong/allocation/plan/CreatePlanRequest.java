package org.fengong.allocation.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.plan.policy.PlanPolicy;
import org.threeten.extra.YearWeek;

/**
 * What is to be planned.
 *
 * @param teamIds teams planned together; the caller leads them all
 * @param fromWeek first week, at most 52 weeks from now; default the current one
 * @param weeks length of the horizon
 * @param policy weights of this plan alone, instead of policyKey
 * @param policyKey a preset or a policy of one of the teams; default balanced
 * @param policyVersion of that policy; default the newest
 * @param scenario what to suppose; the plan is then of kind SCENARIO and never published
 * @param pins roles that the plan must give to these members; with a scenario as without. Each role once
 * @param seed of the search; default 1. The same input, policy and seed give the same plan
 * @param maxChanges how many roles of the plan in force may at most get another member or start week, or nobody; roles that
 *     had nobody do not count. Default: any number
 * @param mustSee versions of tasks that the plan must know; it waits for them up to 10 s
 */
@Schema(name = "CreatePlanRequest", examples = """
        {"teamIds": ["0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f"], "weeks": 8, "policyKey": "deadline-first"}""")
record CreatePlanRequest(
        @NotNull @Size(min = 1, max = 20) List<@NotNull UUID> teamIds,
        YearWeek fromWeek,
        @NotNull @Min(1) @Max(26) Integer weeks,
        @Valid PlanPolicy policy,
        @Size(min = 1, max = 60) String policyKey,
        @Min(1) @Max(MAX_SAFE_INTEGER) Long policyVersion,
        @Valid PlanScenario.Form scenario,
        @Size(max = 50) List<@NotNull @Valid PlanPin> pins,
        @Min(0) @Max(MAX_SAFE_INTEGER) Long seed,
        @Min(0) @Max(1000) Integer maxChanges,
        @Size(max = 1000) List<@NotNull @Valid SeenTask> mustSee) {
    /** The largest whole number that every JSON reader keeps exactly (RFC 8259). */
    private static final long MAX_SAFE_INTEGER = 9_007_199_254_740_991L;

    /** @param version of the task, at least */
    @Schema(name = "SeenTask")
    record SeenTask(
            @NotNull UUID taskId,

            @Schema(required = true) @Min(1) @Max(MAX_SAFE_INTEGER)
            long version) {}
}
