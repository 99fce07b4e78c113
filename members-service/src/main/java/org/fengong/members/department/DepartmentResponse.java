package org.fengong.members.department;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

record DepartmentResponse(
        UUID id,
        String key,
        String name,
        @Schema(nullable = true) UUID parentId,
        @Schema(nullable = true) UUID leadId,
        List<UUID> contactIds,
        long version)
        implements Versioned {
    static DepartmentResponse of(Department department) {
        return new DepartmentResponse(
                department.id(),
                department.key(),
                department.name(),
                department.parentId(),
                department.leadId(),
                department.contactIds(),
                department.version());
    }
}
