package org.fengong.members.department;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fengong.members.MembersTopics;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;

@ApplicationScoped
class DepartmentService {
    private final DepartmentRepository departments;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final Caller caller;

    DepartmentService(
            DepartmentRepository departments,
            MergePatch mergePatch,
            Outbox outbox,
            ChangeHistory history,
            Caller caller) {
        this.departments = departments;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.history = history;
        this.caller = caller;
    }

    @Transactional
    Department create(CreateDepartmentRequest request) {
        requireMembers(request);
        requireParent(null, request.parentId());
        var department = Department.create(request);
        departments.persist(department);
        return announced("created", department);
    }

    /** @param expectedVersion the version that the caller has read */
    @Transactional
    Department patch(UUID id, long expectedVersion, JsonNode patch) {
        departments.lockTree();
        var department = departments.requireLocked(id);
        EntityTags.requireSame(expectedVersion, department.version());
        var changed = mergePatch.apply(CreateDepartmentRequest.of(department), patch, CreateDepartmentRequest.class);
        requireMembers(changed);
        requireParent(department, changed.parentId());
        department.change(changed);
        return announced("changed", department);
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        departments.require(id);
        return history.of(id, cursor, limit);
    }

    /** @param moved the department as it was; null for a new one, which nothing is part of */
    private void requireParent(Department moved, UUID parentId) {
        if (parentId == null) {
            return;
        }
        var line = departments.line(parentId);
        if (line.isEmpty()) {
            throw new UnknownReferenceException("department", "parentId", parentId);
        }
        if (moved != null && line.contains(moved.key())) {
            throw new DepartmentCycleException(moved.key(), line.subList(0, line.indexOf(moved.key()) + 1));
        }
    }

    private void requireMembers(CreateDepartmentRequest request) {
        var contacts = request.contactIds() == null ? List.<UUID>of() : request.contactIds();
        var named = new ArrayList<>(contacts);
        if (request.leadId() != null) {
            named.add(request.leadId());
        }
        var known = departments.knownMembers(named);
        if (request.leadId() != null && !known.contains(request.leadId())) {
            throw new UnknownReferenceException("member", "leadId", request.leadId());
        }
        for (int i = 0; i < contacts.size(); i++) {
            if (!known.contains(contacts.get(i))) {
                throw new UnknownReferenceException("member", "contactIds[%d]".formatted(i), contacts.get(i));
            }
        }
    }

    private Department announced(String action, Department department) {
        departments.flush(); // gives the version that the event carries
        outbox.append(
                MembersTopics.ORGANISATION, department.id(), DepartmentChanged.TYPE, DepartmentChanged.of(department));
        history.keep(
                department.id(),
                department.version(),
                action,
                caller.actorName(),
                null,
                DepartmentResponse.of(department));
        return department;
    }
}
