package org.fengong.review.organisation;

import java.util.UUID;

/** A department as members-service tells it. */
record DepartmentChanged(UUID departmentId, long version, String name) {
    static final String TYPE = "fengong.members.department-changed.v1";
}
