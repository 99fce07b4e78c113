package org.fengong.allocation.plan;

import com.fasterxml.uuid.Generators;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * What a plan takes as given beside what is known.
 *
 * @param withoutMembers who take no part, whatever they have
 * @param extraTasks tasks that nobody knows but this plan
 * @param efforts what is left of roles, whatever is known of it; each role once
 * @param pins who gets a role whatever it costs; each role once
 */
record PlanScenario(
        Set<UUID> withoutMembers, List<TaskState> extraTasks, List<SupposedEffort> efforts, List<PlanPin> pins) {
    static final PlanScenario NONE = new PlanScenario(Set.of(), List.of(), List.of(), List.of());

    PlanScenario {
        efforts = efforts == null ? List.of() : efforts; // both were kept before there were any
        pins = pins == null ? List.of() : pins;
    }

    PlanScenario withPins(List<PlanPin> wanted) {
        return new PlanScenario(withoutMembers, extraTasks, efforts, List.copyOf(wanted));
    }

    /** The task as it would be. */
    TaskState supposed(TaskState task) {
        return efforts.isEmpty()
                ? task
                : task.withRoles(task.roles().stream().map(this::supposed).toList());
    }

    private TaskState.Role supposed(TaskState.Role role) {
        return efforts.stream()
                .filter(effort -> effort.roleId().equals(role.roleId()))
                .findFirst()
                .map(effort -> role.remaining(effort.remainingMinutes()))
                .orElse(role);
    }

    /** @param remainingMinutes what is left of the role; of 0 it takes nobody's time */
    @Schema(name = "SupposedEffort")
    record SupposedEffort(
            @NotNull UUID roleId,
            @NotNull @Min(0) @Max(120_000) Integer remainingMinutes) {}

    /**
     * As a request says it; without a field it is the plan with another policy, horizon or seed.
     *
     * @param withoutMembers members of the teams
     * @param efforts what would be left of roles of the teams' tasks
     */
    @Schema(name = "Scenario")
    record Form(
            @Size(max = 100) List<@NotNull UUID> withoutMembers,
            @Size(max = 50) List<@NotNull @Valid ExtraTask> extraTasks,
            @Size(max = 50) List<@NotNull @Valid SupposedEffort> efforts) {
        Form {
            withoutMembers = withoutMembers == null ? List.of() : withoutMembers;
            extraTasks = extraTasks == null ? List.of() : extraTasks;
            efforts = efforts == null ? List.of() : efforts;
        }

        /** With ids for the tasks and roles that have none. */
        PlanScenario of(UUID teamId) {
            return new PlanScenario(
                    new TreeSet<>(withoutMembers),
                    extraTasks.stream().map(task -> task.of(teamId)).toList(),
                    List.copyOf(efforts),
                    List.of());
        }
    }

    /**
     * @param earliestStartWeek default the plan's first week
     * @param dueWeek the last week in which it is on time
     */
    @Schema(name = "ExtraTask")
    record ExtraTask(
            @NotBlank @Size(max = 200) String title,
            @NotNull @Min(1) @Max(5) Integer importance,
            YearWeek earliestStartWeek,
            @NotNull YearWeek dueWeek,
            @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ExtraRole> roles) {
        TaskState of(UUID teamId) {
            return new TaskState(
                    newId(),
                    null,
                    0,
                    teamId,
                    null,
                    null,
                    null,
                    title,
                    null,
                    importance,
                    earliestStartWeek == null ? null : Weeks.monday(earliestStartWeek),
                    Weeks.sunday(dueWeek),
                    "OPEN",
                    false,
                    false,
                    roles.stream().map(ExtraRole::of).toList(),
                    List.of(),
                    null,
                    null,
                    null);
        }
    }

    /** @param spanWeeks over how many weeks it is spread; default as few as hold it */
    @Schema(name = "ExtraRole")
    record ExtraRole(
            @NotBlank @Size(max = 120) String name,
            @NotNull @Min(1) @Max(100_000) Integer effortMinutes,
            UUID departmentId,
            @Min(1) @Max(26) Integer spanWeeks,
            @Size(max = 20) List<@NotNull @Valid ExtraSkill> skills) {
        ExtraRole {
            skills = skills == null ? List.of() : skills;
        }

        TaskState.Role of() {
            return new TaskState.Role(
                    newId(),
                    name,
                    effortMinutes,
                    null,
                    0,
                    departmentId,
                    spanWeeks,
                    false,
                    null,
                    skills.stream().map(ExtraSkill::of).toList());
        }
    }

    /**
     * @param mandatory default true
     * @param weight default 1
     */
    @Schema(name = "ExtraSkill")
    record ExtraSkill(
            @NotNull UUID skillId,
            @NotNull @Min(1) @Max(5) Integer minLevel,
            Boolean mandatory,
            @Min(1) @Max(100) Integer weight) {
        TaskState.Skill of() {
            return new TaskState.Skill(skillId, minLevel, mandatory == null || mandatory, weight);
        }
    }

    private static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** As an answer shows it. */
    @Schema(name = "ScenarioSummary")
    record Summary(List<UUID> withoutMembers, List<Task> extraTasks, List<SupposedEffort> efforts) {
        @Schema(name = "ScenarioTask")
        record Task(UUID taskId, String title, int effortMinutes) {}
    }

    Summary summary() {
        return new Summary(
                List.copyOf(new TreeSet<>(withoutMembers)),
                extraTasks.stream()
                        .map(task -> new Summary.Task(
                                task.taskId(),
                                task.title(),
                                task.roles().stream()
                                        .mapToInt(TaskState.Role::effortMinutes)
                                        .sum()))
                        .toList(),
                efforts);
    }
}
