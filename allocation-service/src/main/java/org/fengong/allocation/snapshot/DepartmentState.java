package org.fengong.allocation.snapshot;

import java.util.List;
import java.util.UUID;

/** A department as members-service tells it. */
public record DepartmentState(
        UUID departmentId, String key, long version, String name, UUID leadId, List<UUID> contactIds) {
    public DepartmentState {
        contactIds = contactIds == null ? List.of() : contactIds;
    }
}
