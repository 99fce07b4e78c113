package org.fengong.allocation.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.assignment.AssignmentReader;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.WeekMinutes;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;
import org.fengong.allocation.snapshot.TeamAccess;

/** Counts a team's work for other departments. */
@ApplicationScoped
class CrossDepartmentWork {
    private final RequestRepository requests;
    private final AssignmentReader assignments;
    private final SnapshotReader snapshots;
    private final TeamAccess access;

    CrossDepartmentWork(
            RequestRepository requests, AssignmentReader assignments, SnapshotReader snapshots, TeamAccess access) {
        this.requests = requests;
        this.assignments = assignments;
        this.snapshots = snapshots;
        this.access = access;
    }

    @Transactional
    CrossDepartmentResponse of(UUID teamId) {
        var team = access.requireReadable(teamId);
        var roles = snapshots.openTasks(List.of(teamId)).values().stream()
                .flatMap(task -> task.roles().stream())
                .filter(role -> !role.completed())
                .toList();
        long all = minutes(roles);
        long cross = minutes(roles.stream()
                .filter(role ->
                        role.departmentId() != null && !role.departmentId().equals(team.departmentId()))
                .toList());
        var standing = assignments.standing(List.of(teamId));
        var members = snapshots.members(
                standing.stream().map(AssignmentResponse::memberId).collect(Collectors.toSet()));
        long assigned = assignedMinutes(standing);
        long elsewhere = assignedMinutes(standing.stream()
                .filter(a -> members.containsKey(a.memberId())
                        && !Objects.equals(members.get(a.memberId()).departmentId(), team.departmentId()))
                .toList());
        Map<UUID, List<DepartmentRequest>> byDepartment =
                requests.list("teamId = ?1 and status <> ?2", teamId, RequestStatus.WITHDRAWN).stream()
                        .collect(Collectors.groupingBy(
                                DepartmentRequest::departmentId, TreeMap::new, Collectors.toList()));
        return new CrossDepartmentResponse(
                teamId,
                all,
                cross,
                share(cross, all),
                assigned,
                elsewhere,
                share(elsewhere, assigned),
                byDepartment.entrySet().stream()
                        .map(e -> new CrossDepartmentResponse.OfDepartment(
                                e.getKey(),
                                minutes(e.getValue(), RequestStatus.OPEN),
                                minutes(e.getValue(), RequestStatus.ACCEPTED),
                                minutes(e.getValue(), RequestStatus.DECLINED)))
                        .toList());
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : part / (double) all;
    }

    private static long assignedMinutes(List<AssignmentResponse> standing) {
        return standing.stream()
                .flatMap(a -> a.weeks().stream())
                .mapToLong(WeekMinutes::minutes)
                .sum();
    }

    private static long minutes(List<TaskState.Role> roles) {
        return roles.stream().mapToLong(TaskState.Role::effortMinutes).sum();
    }

    private static long minutes(List<DepartmentRequest> requests, RequestStatus status) {
        return requests.stream()
                .filter(request -> request.status() == status)
                .mapToLong(DepartmentRequest::minutes)
                .sum();
    }
}
