package org.fengong.tasks.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;

/**
 * Why a completed task is not done yet.
 *
 * @param roles those that have to work again, the others stay completed; default: all
 */
@Schema(name = "ReturnRequest", examples = """
        {"reason": "The figures of the second chapter are last year's.",
         "roles": [{"roleId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "estimateToCompleteMinutes": 120}]}""")
record ReturnRequest(
        @NotBlank @Size(max = 500) String reason,
        @Size(min = 1, max = 20) List<@NotNull @Valid Rework> roles) {
    /** @param estimateToCompleteMinutes what is left to do; default: effort − logged */
    @Schema(name = "Rework")
    record Rework(@NotNull UUID roleId, @Min(0) @Max(120000) Integer estimateToCompleteMinutes) {}

    /**
     * Minutes to complete by role that has to work again, null for what effort and logged work leave; none = all roles.
     *
     * @param known those of the task
     * @throws UnknownReferenceException for a role that it does not have
     * @throws RuleViolatedException for one that stands there twice
     */
    Map<UUID, Integer> estimates(List<Role> known) {
        var estimates = new HashMap<UUID, Integer>();
        for (int i = 0; roles != null && i < roles.size(); i++) {
            var rework = roles.get(i);
            var field = "roles[%d].roleId".formatted(i);
            if (known.stream().noneMatch(role -> role.roleId().equals(rework.roleId()))) {
                throw new UnknownReferenceException("role", field, rework.roleId());
            }
            if (estimates.containsKey(rework.roleId())) {
                throw new RuleViolatedException("role-twice", field, "The role stands in the list twice.");
            }
            estimates.put(rework.roleId(), rework.estimateToCompleteMinutes());
        }
        return estimates;
    }
}
