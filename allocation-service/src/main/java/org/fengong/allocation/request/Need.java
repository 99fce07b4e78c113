package org.fengong.allocation.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.allocation.snapshot.TaskState;

/**
 * What a task needs of a department.
 *
 * @param roleIds the roles that name it and are not completed, in order
 * @param minutes Σ effort of these
 */
record Need(List<UUID> roleIds, int minutes, LocalDate dueDate) {
    static Need of(TaskState task, UUID departmentId) {
        var roles = task.roles().stream()
                .filter(role -> !role.completed() && departmentId.equals(role.departmentId()))
                .toList();
        return new Need(
                roles.stream().map(TaskState.Role::roleId).sorted().toList(),
                roles.stream().mapToInt(TaskState.Role::effortMinutes).sum(),
                task.dueDate());
    }
}
