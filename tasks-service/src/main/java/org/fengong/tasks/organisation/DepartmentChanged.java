package org.fengong.tasks.organisation;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

record DepartmentChanged(
        @NotNull UUID departmentId,
        @NotNull String key,
        @Min(1) long version) {
    static final String TYPE = "fengong.members.department-changed.v1";
}
