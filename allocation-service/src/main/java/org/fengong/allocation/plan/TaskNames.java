package org.fengong.allocation.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.MemberState;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.fengong.allocation.snapshot.TaskState;

/** What tasks, their roles and members are called, read at once; what is not known here is called by its id. */
class TaskNames {
    private final Map<UUID, TaskState> tasks;
    private final Map<UUID, TaskState.Role> roles;
    private final Map<UUID, UUID> taskByRole = new HashMap<>();
    private final Map<UUID, MemberState> members;

    /** @param scenarios whose tasks are named as well */
    TaskNames(
            SnapshotReader snapshots,
            Collection<UUID> taskIds,
            Collection<UUID> memberIds,
            List<PlanScenario> scenarios) {
        tasks = snapshots.tasks(taskIds);
        scenarios.forEach(scenario -> scenario.extraTasks().forEach(task -> tasks.put(task.taskId(), task)));
        tasks.values().forEach(task -> task.roles().forEach(role -> taskByRole.put(role.roleId(), task.taskId())));
        roles = tasks.values().stream()
                .flatMap(task -> task.roles().stream())
                .collect(Collectors.toMap(TaskState.Role::roleId, Function.identity()));
        members = snapshots.members(memberIds);
    }

    Collection<TaskState.Role> roles() {
        return roles.values();
    }

    String title(UUID taskId) {
        return tasks.containsKey(taskId) ? tasks.get(taskId).title() : String.valueOf(taskId);
    }

    /** Null when the role is not known. */
    UUID taskOf(UUID roleId) {
        return taskByRole.get(roleId);
    }

    String role(UUID roleId) {
        return roles.containsKey(roleId) ? roles.get(roleId).name() : String.valueOf(roleId);
    }

    String member(UUID memberId) {
        return members.containsKey(memberId) ? members.get(memberId).displayName() : String.valueOf(memberId);
    }
}
