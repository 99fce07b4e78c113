package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;
import org.fengong.tasks.goal.Goals;
import org.fengong.tasks.organisation.Organisation;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.organisation.TeamAccess;

/** Checks what a task points to: its owner, goal, skills, departments and the tasks that it waits for. */
@ApplicationScoped
class TaskReferences {
    private final Organisation organisation;
    private final Goals goals;
    private final TaskRepository tasks;
    private final TeamAccess access;
    private final Caller caller;

    TaskReferences(Organisation organisation, Goals goals, TaskRepository tasks, TeamAccess access, Caller caller) {
        this.organisation = organisation;
        this.goals = goals;
        this.tasks = tasks;
        this.access = access;
        this.caller = caller;
    }

    /**
     * What the task points to already is not looked for again: a key result that left its goal, or a dependency on a team
     * that the caller does not see, keeps nobody from changing the rest.
     *
     * @param current the task as it is, null for a new one
     * @return the weight of the goal when that is another one now
     * @throws UnknownReferenceException for what this service does not know (yet), with the field
     * @throws RuleViolatedException for a skill or dependency that stands there twice
     */
    OptionalInt require(Team team, TaskForm form, TaskForm current) {
        var goalWeight = OptionalInt.empty();
        if (current == null
                || !Objects.equals(form.goalId(), current.goalId())
                || !Objects.equals(form.keyResultId(), current.keyResultId())) {
            goalWeight = OptionalInt.of(goals.requireOf(form.teamId(), form.goalId(), form.keyResultId()));
        }
        requireRoles(form);
        requireDependencies(form, current == null ? List.of() : current.dependencies());
        if (form.ownerId() != null && !team.includes(form.ownerId())) {
            throw new UnknownReferenceException("owner", "ownerId", form.ownerId());
        }
        return goalWeight;
    }

    /** The member that the form names, else the caller when in the team, else the team's lead. */
    UUID ownerOf(Team team, TaskForm form) {
        return form.ownerId() != null
                ? form.ownerId()
                : caller.memberId().filter(team::includes).orElse(team.leadId());
    }

    private void requireRoles(TaskForm form) {
        var ids = form.roles().stream()
                .filter(role -> role.skills() != null)
                .flatMap(role -> role.skills().stream())
                .map(SkillRequirement::skillId)
                .collect(Collectors.toSet());
        var known = organisation.fieldsOf(ids).keySet();
        for (int i = 0; i < form.roles().size(); i++) {
            var role = form.roles().get(i);
            if (role.departmentId() != null && !organisation.hasDepartment(role.departmentId())) {
                throw new UnknownReferenceException(
                        "department", "roles[%d].departmentId".formatted(i), role.departmentId());
            }
            var skills = role.skills() == null ? List.<SkillRequirement>of() : role.skills();
            for (int j = 0; j < skills.size(); j++) {
                var field = "roles[%d].skills[%d].skillId".formatted(i, j);
                var id = skills.get(j).skillId();
                if (!known.contains(id)) {
                    throw new UnknownReferenceException("skill", field, id);
                }
                if (skills.stream().filter(s -> s.skillId().equals(id)).count() > 1) {
                    throw new RuleViolatedException("skill-twice", field, "The role asks for the skill twice.");
                }
            }
        }
    }

    private void requireDependencies(TaskForm form, List<Dependency> current) {
        var known = current.stream().map(Dependency::taskId).collect(Collectors.toSet());
        var dependencies = form.dependencies();
        var teams = tasks.teamsOf(dependencies.stream().map(Dependency::taskId).toList());
        for (int i = 0; i < dependencies.size(); i++) {
            var id = dependencies.get(i).taskId();
            var field = "dependsOn[%d].taskId".formatted(i);
            if (!known.contains(id) && (!teams.containsKey(id) || !access.mayRead(teams.get(id)))) {
                throw new UnknownReferenceException("task", field, id);
            }
            if (dependencies.stream().filter(d -> d.taskId().equals(id)).count() > 1) {
                throw new RuleViolatedException("dependency-twice", field, "The dependency stands in the list twice.");
            }
        }
    }
}
