package org.fengong.tasks.task;

import com.fasterxml.uuid.Generators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
}
