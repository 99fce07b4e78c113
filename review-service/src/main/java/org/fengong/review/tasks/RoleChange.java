package org.fengong.review.tasks;

import java.util.UUID;

/** How a role of a task that nobody has completed shall be. */
public sealed interface RoleChange {
    UUID taskId();

    UUID roleId();

    /** True when the role is as it was when the change was thought of, or already as it shall be. */
    boolean fits(RemoteTask.RoleForm role);

    RemoteTask.RoleForm apply(RemoteTask.RoleForm role);

    /** Its effort shall be another one. */
    record Effort(UUID taskId, UUID roleId, int minutes, int newMinutes) implements RoleChange {
        @Override
        public boolean fits(RemoteTask.RoleForm role) {
            return role.effortMinutes() == minutes || role.effortMinutes() == newMinutes;
        }

        @Override
        public RemoteTask.RoleForm apply(RemoteTask.RoleForm role) {
            return role.withEffort(newMinutes);
        }
    }

    /** Of any department before, it shall be done by this one. */
    record Department(UUID taskId, UUID roleId, UUID departmentId) implements RoleChange {
        @Override
        public boolean fits(RemoteTask.RoleForm role) {
            return role.departmentId() == null || role.departmentId().equals(departmentId);
        }

        @Override
        public RemoteTask.RoleForm apply(RemoteTask.RoleForm role) {
            return role.ofDepartment(departmentId);
        }
    }
}
