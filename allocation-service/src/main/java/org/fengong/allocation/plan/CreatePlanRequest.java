package org.fengong.allocation.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * What is to be planned.
 *
 * @param teamIds teams planned together; the caller leads them all
 * @param fromWeek first week; default the current one
 * @param weeks length of the horizon
 * @param seed of the search; default 1. The same input, policy and seed give the same plan
 * @param mustSee versions of tasks that the plan must know; it waits for them up to 10 s
 */
@Schema(name = "CreatePlanRequest", examples = """
        {"teamIds": ["0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f"], "weeks": 8, "policy": {"fairnessWeight": 150}}""")
record CreatePlanRequest(
        @NotNull @Size(min = 1, max = 20) List<@NotNull UUID> teamIds,
        YearWeek fromWeek,
        @NotNull @Min(1) @Max(26) Integer weeks,
        @Valid PlanPolicy policy,
        @Min(0) Long seed,
        @Size(max = 1000) List<@NotNull @Valid SeenTask> mustSee) {
    /** @param version of the task, at least */
    @Schema(name = "SeenTask")
    record SeenTask(
            @NotNull UUID taskId,
            @Schema(required = true) @Min(1) long version) {}
}
