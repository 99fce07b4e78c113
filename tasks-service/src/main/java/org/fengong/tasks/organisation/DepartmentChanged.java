package org.fengong.tasks.organisation;

import java.util.UUID;

record DepartmentChanged(UUID departmentId, String key, long version) {
    static final String TYPE = "fengong.members.department-changed.v1";
}
