package org.fengong.members.department;

import java.util.List;
import java.util.UUID;

/** A department as it is now. */
record DepartmentChanged(
        UUID departmentId, String key, long version, String name, UUID parentId, UUID leadId, List<UUID> contactIds) {
    static final String TYPE = "fengong.members.department-changed.v1";

    static DepartmentChanged of(Department department) {
        return new DepartmentChanged(
                department.id(),
                department.key(),
                department.version(),
                department.name(),
                department.parentId(),
                department.leadId(),
                department.contactIds());
    }
}
