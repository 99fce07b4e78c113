package org.fengong.tasks.task;

import com.fasterxml.uuid.Generators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.UnknownReferenceException;

/** @param roleId of a role that stays when a task is changed; absent for a new one */
@Schema(name = "RoleForm")
public record RoleForm(
        UUID roleId,
        @NotBlank @Size(max = 120) String name,
        @Schema(required = true) @Min(1) @Max(120000) int effortMinutes,
        UUID departmentId,
        @Min(1) @Max(26) Integer spanWeeks,
        @Size(max = 20) List<@NotNull @Valid SkillRequirement> skills) {
    /** @param before the role that stays, with all that was done on it; null for a new one */
    Role role(Role before) {
        var asked = skills == null
                ? List.<SkillRequirement>of()
                : skills.stream().map(SkillRequirement::withWeight).toList();
        return before == null
                ? new Role(
                        Generators.timeBasedEpochGenerator().generate(),
                        name,
                        effortMinutes,
                        null,
                        0,
                        departmentId,
                        spanWeeks,
                        false,
                        null,
                        null,
                        asked)
                : new Role(
                        before.roleId(),
                        name,
                        effortMinutes,
                        before.estimateToCompleteMinutes(),
                        before.loggedMinutes(),
                        departmentId,
                        spanWeeks,
                        before.completed(),
                        before.completedAt(),
                        before.assigneeId(),
                        asked);
    }

    /**
     * @param roles of the task as it is; those that stay keep all that was done on them
     * @param key of the task
     * @throws UnknownReferenceException for a role that the task does not have
     * @throws ProblemException when a role with logged work would go
     */
    static List<Role> merge(List<RoleForm> forms, List<Role> roles, String key) {
        var known = roles.stream().collect(Collectors.toMap(Role::roleId, Function.identity()));
        var result = new ArrayList<Role>();
        for (int i = 0; i < forms.size(); i++) {
            var form = forms.get(i);
            var before = form.roleId() == null ? null : known.remove(form.roleId());
            if (form.roleId() != null && before == null) {
                throw new UnknownReferenceException("role", "roles[%d].roleId".formatted(i), form.roleId());
            }
            result.add(form.role(before));
        }
        known.values().stream()
                .filter(role -> role.loggedMinutes() > 0)
                .findFirst()
                .ifPresent(role -> {
                    throw new ProblemException(
                            ProblemKind.CONFLICT,
                            "role-has-logged-work",
                            "Work was logged on the role %s of the task %s; it cannot be taken away. Complete it instead."
                                    .formatted(role.name(), key));
                });
        return result;
    }
}
