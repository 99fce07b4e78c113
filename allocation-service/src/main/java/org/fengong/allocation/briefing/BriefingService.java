package org.fengong.allocation.briefing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.Assignments;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.snapshot.DepartmentState;
import org.fengong.allocation.snapshot.GoalState;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamAccess;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

@ApplicationScoped
class BriefingService {
    private final Assignments assignments;
    private final SnapshotReader snapshots;
    private final TeamAccess access;
    private final Clock clock;

    BriefingService(Assignments assignments, SnapshotReader snapshots, TeamAccess access, Clock clock) {
        this.assignments = assignments;
        this.snapshots = snapshots;
        this.access = access;
        this.clock = clock;
    }

    BriefingResponse of(UUID memberId) {
        var member = snapshots
                .member(memberId)
                .filter(this::mayRead)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND, "member-not-found", "There is no member %s.".formatted(memberId)));
        var mine = assignments.standingOf(memberId);
        var tasks =
                snapshots.tasks(mine.stream().map(AssignmentResponse::taskId).collect(Collectors.toSet()));
        var predecessors = snapshots.tasks(tasks.values().stream()
                .flatMap(task -> task.dependsOn().stream())
                .map(TaskState.Dependency::taskId)
                .collect(Collectors.toSet()));
        var successors = snapshots.successors(tasks.keySet());
        var goals = snapshots.goals(tasks.values().stream()
                .map(TaskState::goalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var related = new HashSet<TaskState>(predecessors.values());
        related.addAll(successors);
        var context = context(related, tasks.values());
        return new BriefingResponse(
                memberId,
                member.displayName(),
                mine.stream()
                        .filter(a -> tasks.containsKey(a.taskId()))
                        .map(a -> role(a, tasks.get(a.taskId()), predecessors, successors, goals, context))
                        .toList());
    }

    private boolean mayRead(MemberState member) {
        return access.readable().isEmpty()
                || access.is(member.memberId())
                || snapshots
                        .teams(member.memberships().stream()
                                .filter(m -> m.to() == null || !m.to().isBefore(LocalDate.now(clock)))
                                .map(MemberState.Membership::teamId)
                                .collect(Collectors.toSet()))
                        .values()
                        .stream()
                        .anyMatch(access::mayLead);
    }

    /** Who is assigned to related tasks, and whom departments name as contacts. */
    private record Context(
            Map<UUID, List<AssignmentResponse>> assignmentsByTask,
            Map<UUID, DepartmentState> departments,
            Map<UUID, MemberState> people) {}

    private Context context(Collection<TaskState> related, Collection<TaskState> own) {
        var byTask =
                assignments
                        .standingOfTasks(related.stream().map(TaskState::taskId).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.groupingBy(AssignmentResponse::taskId));
        var departments = snapshots.departments(own.stream()
                .flatMap(task -> task.roles().stream())
                .map(TaskState.Role::departmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var people = new HashSet<UUID>();
        byTask.values().forEach(list -> list.forEach(a -> people.add(a.memberId())));
        departments.values().forEach(d -> people.addAll(d.contactIds()));
        return new Context(byTask, departments, snapshots.members(people));
    }

    private static BriefingResponse.MyRole role(
            AssignmentResponse assignment,
            TaskState task,
            Map<UUID, TaskState> predecessors,
            Collection<TaskState> successors,
            Map<UUID, GoalState> goals,
            Context context) {
        var role = task.roles().stream()
                .filter(r -> r.roleId().equals(assignment.roleId()))
                .findFirst();
        var total =
                task.roles().stream().mapToInt(TaskState.Role::effortMinutes).sum();
        return new BriefingResponse.MyRole(
                assignment.id(),
                assignment.status(),
                task.taskId(),
                task.title(),
                role.map(TaskState.Role::name).orElse(null),
                assignment.weeks(),
                assignment.reason(),
                goal(task, goals.get(task.goalId())),
                total == 0 ? 0 : role.map(TaskState.Role::effortMinutes).orElse(0) / (double) total,
                task.dependsOn().stream()
                        .map(d -> predecessors.get(d.taskId()))
                        .filter(Objects::nonNull)
                        .map(other -> related(other, context))
                        .toList(),
                successors.stream()
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

    private static BriefingResponse.Goal goal(TaskState task, GoalState goal) {
        if (goal == null) {
            return null;
        }
        var keyResult = goal.keyResults().stream()
                .filter(k -> k.keyResultId().equals(task.keyResultId()))
                .findFirst();
        return new BriefingResponse.Goal(
                goal.goalId(),
                goal.title(),
                task.keyResultId(),
                keyResult.map(GoalState.KeyResult::title).orElse(null));
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
