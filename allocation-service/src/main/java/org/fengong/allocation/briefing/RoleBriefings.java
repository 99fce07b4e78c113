package org.fengong.allocation.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.snapshot.DepartmentState;
import org.fengong.allocation.snapshot.GoalState;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;

/** Says of assignments what they are for, and with whom; as many questions to the database for many as for one. */
@ApplicationScoped
class RoleBriefings {
    private final AssignmentReader assignments;
    private final SnapshotReader snapshots;

    RoleBriefings(AssignmentReader assignments, SnapshotReader snapshots) {
        this.assignments = assignments;
        this.snapshots = snapshots;
    }

    /** In the given order, without those whose task is not known here. */
    List<BriefingResponse.MyRole> of(List<AssignmentResponse> given) {
        var tasks =
                snapshots.tasks(given.stream().map(AssignmentResponse::taskId).collect(Collectors.toSet()));
        var context = context(tasks);
        return assignments.named(given).stream()
                .filter(a -> tasks.containsKey(a.taskId()))
                .map(a -> role(a, tasks.get(a.taskId()), context))
                .toList();
    }

    /**
     * @param related tasks that wait for the given ones or that these wait for
     * @param people those assigned to related tasks, and the contacts of departments
     */
    private record Context(
            Map<UUID, TaskState> predecessors,
            Collection<TaskState> successors,
            Map<UUID, GoalState> goals,
            Map<UUID, Double> goalWeights,
            Map<UUID, List<AssignmentResponse>> assignmentsByTask,
            Map<UUID, DepartmentState> departments,
            Map<UUID, MemberState> people) {}

    private Context context(Map<UUID, TaskState> tasks) {
        var predecessors = snapshots.tasks(tasks.values().stream()
                .flatMap(task -> task.dependsOn().stream())
                .map(TaskState.Dependency::taskId)
                .collect(Collectors.toSet()));
        var successors = snapshots.successors(tasks.keySet());
        var goals = snapshots.goals(tasks.values().stream()
                .map(TaskState::goalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var related = new HashSet<UUID>(predecessors.keySet());
        successors.forEach(task -> related.add(task.taskId()));
        var byTask = assignments.standingOfTasks(related).stream()
                .collect(Collectors.groupingBy(AssignmentResponse::taskId));
        var departments = snapshots.departments(tasks.values().stream()
                .flatMap(task -> task.roles().stream())
                .map(TaskState.Role::departmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var people = new HashSet<UUID>();
        byTask.values().forEach(list -> list.forEach(a -> people.add(a.memberId())));
        departments.values().forEach(d -> people.addAll(d.contactIds()));
        return new Context(
                predecessors,
                successors,
                goals,
                snapshots.contributionWeights(goals.keySet()),
                byTask,
                departments,
                snapshots.members(people));
    }

    private static BriefingResponse.MyRole role(AssignmentResponse assignment, TaskState task, Context context) {
        var role = task.roles().stream()
                .filter(r -> r.roleId().equals(assignment.roleId()))
                .findFirst();
        var total =
                task.roles().stream().mapToInt(TaskState.Role::effortMinutes).sum();
        var share = total == 0 ? 0 : role.map(TaskState.Role::effortMinutes).orElse(0) / (double) total;
        return new BriefingResponse.MyRole(
                assignment.id(),
                assignment.status(),
                task.taskId(),
                task.title(),
                role.map(TaskState.Role::name).orElse(null),
                assignment.weeks(),
                assignment.reason(),
                goal(task, share, context),
                share,
                task.dependsOn().stream()
                        .map(d -> context.predecessors().get(d.taskId()))
                        .filter(Objects::nonNull)
                        .map(other -> related(other, context))
                        .toList(),
                context.successors().stream()
                        .filter(other -> other.dependsOn().stream()
                                .anyMatch(d -> d.taskId().equals(task.taskId())))
                        .map(other -> related(other, context))
                        .toList(),
                task.roles().stream()
                        .map(TaskState.Role::departmentId)
                        .filter(context.departments()::containsKey)
                        .distinct()
                        .map(id -> contact(context.departments().get(id), context))
                        .toList());
    }

    private static BriefingResponse.Goal goal(TaskState task, double shareOfTask, Context context) {
        var goal = context.goals().get(task.goalId());
        if (goal == null) {
            return null;
        }
        var keyResult = goal.keyResults().stream()
                .filter(k -> k.keyResultId().equals(task.keyResultId()))
                .findFirst();
        double all = context.goalWeights().getOrDefault(goal.goalId(), 0.0);
        return new BriefingResponse.Goal(
                goal.goalId(),
                goal.title(),
                task.keyResultId(),
                keyResult.map(GoalState.KeyResult::title).orElse(null),
                all == 0 ? 0 : shareOfTask * task.contributionWeight().doubleValue() / all);
    }

    private static BriefingResponse.RelatedTask related(TaskState task, Context context) {
        var standing = context.assignmentsByTask().getOrDefault(task.taskId(), List.of());
        var weeks = standing.stream()
                .flatMap(a -> a.weeks().stream())
                .map(WeekMinutes::week)
                .sorted()
                .toList();
        return new BriefingResponse.RelatedTask(
                task.taskId(),
                task.title(),
                task.status(),
                weeks.isEmpty() ? null : weeks.get(0),
                weeks.isEmpty() ? null : weeks.get(weeks.size() - 1),
                standing.stream()
                        .map(AssignmentResponse::memberId)
                        .distinct()
                        .map(id -> person(id, context))
                        .toList());
    }

    private static BriefingResponse.Contact contact(DepartmentState department, Context context) {
        return new BriefingResponse.Contact(
                department.departmentId(),
                department.name(),
                department.contactIds().stream().map(id -> person(id, context)).toList());
    }

    private static BriefingResponse.Person person(UUID id, Context context) {
        var known = context.people().get(id);
        return new BriefingResponse.Person(id, known == null ? null : known.displayName());
    }
}
