package org.fengong.members.department;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.fengong.members.MembersTopics;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;

@ApplicationScoped
class DepartmentService {
    private final DepartmentRepository departments;
    private final MergePatch mergePatch;
    private final Outbox outbox;

    DepartmentService(DepartmentRepository departments, MergePatch mergePatch, Outbox outbox) {
        this.departments = departments;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
    }

    @Transactional
    Department create(CreateDepartmentRequest request) {
        var department = Department.create(request);
        departments.persist(department);
        return announced(department);
    }

    /** @param expectedVersion the version that the caller has read */
    @Transactional
    Department patch(UUID id, long expectedVersion, JsonNode patch) {
        var department = departments.requireLocked(id);
        EntityTags.requireSame(expectedVersion, department.version());
        department.change(
                mergePatch.apply(CreateDepartmentRequest.of(department), patch, CreateDepartmentRequest.class));
        return announced(department);
    }

    private Department announced(Department department) {
        departments.flush(); // gives the version that the event carries
        outbox.append(
                MembersTopics.ORGANISATION, department.id(), DepartmentChanged.TYPE, DepartmentChanged.of(department));
        return department;
    }
}
