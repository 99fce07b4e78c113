package org.fengong.tasks.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.tasks.Keys;

/**
 * What a task is made of; also the form that a merge patch changes.
 *
 * @param key unique in the team
 * @param ownerId member of the team who is accountable; default: the caller if in the team, else the lead
 * @param description Markdown (CommonMark)
 * @param contributionWeight the task's part in its goal against the goal's other tasks, 0–1; default 1
 * @param importance a person's judgement, 1–5
 * @param together whether all roles start in the same week; default false
 * @param allowSameMember whether one member may take several of the roles; default false
 * @param labels words to find the task by; case matters, and tables have a semicolon between them
 * @param campaign the name of the campaign that it belongs to
 * @param links to what belongs to it
 * @param checklist small steps; who does them checks them off
 * @param draft whether the task is still being written (on creation only); default false
 */
@Schema(name = "TaskForm", examples = """
        {"key": "launch-blog", "teamId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e1f", "title": "Write the launch blog",
         "importance": 4, "dueDate": "2026-12-11",
         "roles": [{"name": "Author", "effortMinutes": 720,
                    "skills": [{"skillId": "0192f0c1-2a4b-7c3d-8e5f-6a7b8c9d0e20", "minLevel": 3, "mandatory": true}]}]}""")
public record TaskForm(
        @NotNull UUID teamId,

        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        UUID ownerId,
        UUID goalId,
        UUID keyResultId,
        @NotBlank @Size(max = 200) String title,

        @Size(max = 20000) @Schema(description = "Markdown (CommonMark); whoever shows it takes HTML out of it.")
        String description,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
        BigDecimal contributionWeight,

        @NotNull @Min(1) @Max(5) Integer importance,
        LocalDate earliestStart,
        @NotNull LocalDate dueDate,
        Boolean together,
        Boolean allowSameMember,
        Boolean draft,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid RoleForm> roles,
        @Size(max = 50) List<@NotNull @Valid Dependency> dependsOn,
        @Size(max = 20) List<@NotBlank @Pattern(regexp = "[^;]*") @Size(max = 40) String> labels,
        @Pattern(regexp = ".*\\S.*") @Size(max = 80) String campaign,
        @Size(max = 20) List<@NotNull @Valid Link> links,
        @Size(max = 50) List<@NotNull @Valid ChecklistForm> checklist) {
    static TaskForm of(Task task) {
        return new TaskForm(
                task.teamId(),
                task.key(),
                task.ownerId(),
                task.goalId(),
                task.keyResultId(),
                task.title(),
                task.description(),
                task.contributionWeight(),
                task.importance(),
                task.earliestStart(),
                task.dueDate(),
                task.together(),
                task.allowSameMember(),
                null,
                task.roles().stream()
                        .map(r -> new RoleForm(
                                r.roleId(), r.name(), r.effortMinutes(), r.departmentId(), r.spanWeeks(), r.skills()))
                        .toList(),
                task.dependsOn(),
                task.notes().labels(),
                task.notes().campaign(),
                task.notes().links(),
                task.notes().checklist().stream()
                        .map(item -> new ChecklistForm(item.itemId(), item.text()))
                        .toList());
    }

    List<Dependency> dependencies() {
        return dependsOn == null
                ? List.of()
                : dependsOn.stream().map(Dependency::withLag).toList();
    }
}
