package org.fengong.tasks.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.platform.imports.Cells;
import org.fengong.tasks.goal.KeyResult;
import org.fengong.tasks.goal.ManyGoals;
import org.fengong.tasks.organisation.Organisation;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.task.Dependency;
import org.fengong.tasks.task.ManyTasks;
import org.fengong.tasks.task.RoleForm;
import org.fengong.tasks.task.SkillRequirement;
import org.fengong.tasks.task.TaskForm;

/** Tasks in the columns of their import. */
@ApplicationScoped
class TaskRows {
    /** What the ids in some tasks are called. */
    private record Names(
            Map<UUID, ManyGoals.Known> goals,
            Map<UUID, String> members,
            Map<UUID, String> skills,
            Map<UUID, String> departments,
            Map<UUID, ManyTasks.Ref> tasks,
            Map<UUID, String> teams) {}

    private final Organisation organisation;
    private final ManyTasks tasks;
    private final ManyGoals goals;

    TaskRows(Organisation organisation, ManyTasks tasks, ManyGoals goals) {
        this.organisation = organisation;
        this.tasks = tasks;
        this.goals = goals;
    }

    /** In the order of the ids. */
    List<Map<String, Object>> of(Team team, List<UUID> ids) {
        var found = tasks.read(ids).stream().collect(Collectors.toMap(ManyTasks.Known::id, Function.identity()));
        var names = names(found.values().stream().map(ManyTasks.Known::form).toList());
        var rows = new ArrayList<Map<String, Object>>();
        ids.forEach(id -> rows.addAll(rows(team, found.get(id), names)));
        return rows;
    }

    private Names names(List<TaskForm> forms) {
        var predecessors =
                tasks.refs(ids(forms, form -> form.dependsOn().stream().map(Dependency::taskId)));
        return new Names(
                new HashMap<>(goals.read(ids(forms, form -> Stream.ofNullable(form.goalId())))), // takes null, too
                organisation.memberKeys(ids(forms, form -> Stream.ofNullable(form.ownerId()))),
                organisation.skillKeys(ids(
                        forms,
                        form -> form.roles().stream()
                                .flatMap(r -> r.skills().stream().map(SkillRequirement::skillId)))),
                new HashMap<>(organisation.departmentKeys(
                        ids(forms, form -> form.roles().stream().map(RoleForm::departmentId)))),
                predecessors,
                organisation.teamKeys(predecessors.values().stream()
                        .map(ManyTasks.Ref::teamId)
                        .collect(Collectors.toSet())));
    }

    private static Set<UUID> ids(Collection<TaskForm> forms, Function<TaskForm, Stream<UUID>> of) {
        return forms.stream().flatMap(of).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private static List<Map<String, Object>> rows(Team team, ManyTasks.Known task, Names names) {
        var form = task.form();
        var row = new HashMap<String, Object>();
        row.put("title", form.title());
        row.put("description", form.description());
        row.put("campaign", form.campaign());
        row.put("labels", form.labels() == null ? null : Cells.joined(form.labels()));
        row.put("owner", Owners.written(form.ownerId(), names.members()));
        var goal = names.goals().get(form.goalId());
        if (goal != null) {
            row.put("goal", goal.ref().key());
            row.put(
                    "keyResult",
                    goal.keyResults().stream()
                            .filter(k -> k.keyResultId().equals(form.keyResultId()))
                            .map(KeyResult::title)
                            .findFirst()
                            .orElse(null));
        }
        row.put("contributionWeight", form.contributionWeight());
        row.put("importance", form.importance());
        row.put("earliestStart", form.earliestStart());
        row.put("dueDate", form.dueDate());
        row.put("together", form.together());
        row.put("allowSameMember", form.allowSameMember());
        row.put("draft", task.isDraft());
        row.put("dependsOn", Dependencies.written(form.dependsOn(), team.id(), names.tasks(), names.teams()));
        var rows = new ArrayList<Map<String, Object>>();
        for (var role : form.roles()) {
            row.put("team", team.key());
            row.put("key", task.ref().key());
            row.put("role", role.name());
            row.put("effortMinutes", role.effortMinutes());
            row.put("department", names.departments().get(role.departmentId()));
            row.put("spanWeeks", role.spanWeeks());
            row.put("skills", Skills.written(role.skills(), names.skills()));
            rows.add(row);
            row = new HashMap<>();
        }
        return rows;
    }
}
