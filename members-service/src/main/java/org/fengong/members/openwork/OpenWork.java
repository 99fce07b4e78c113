package org.fengong.members.openwork;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/**
 * A copy of what allocation-service has told of the assignments of each task. A member's rows go with the member, by
 * their foreign key; a task whose last assignment has gone keeps its version, so that nothing older brings one back.
 */
@ApplicationScoped
public class OpenWork {
    private final EntityManager entityManager;

    OpenWork(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Of one member, by task and role. */
    public List<OpenWorkItem> of(UUID memberId) {
        return entityManager
                .createQuery(
                        "select a from OpenAssignment a where a.memberId = :member order by a.taskId, a.roleId",
                        OpenAssignment.class)
                .setParameter("member", memberId)
                .getResultStream()
                .map(OpenAssignment::item)
                .toList();
    }

    /** Assignments of who is not a member, as somebody erased, are left out. */
    void take(TaskAssignments told) {
        // members before the task: an erasure, which takes their assignments away, has locked its member first
        var known = lockedMembers(told.assignments().stream()
                .map(TaskAssignments.Standing::memberId)
                .distinct()
                .toList());
        if (!isNewer(told)) {
            return;
        }
        entityManager
                .createQuery("delete from OpenAssignment a where a.taskId = :task")
                .setParameter("task", told.taskId())
                .executeUpdate();
        told.assignments().stream()
                .filter(standing -> known.contains(standing.memberId()))
                .forEach(standing -> entityManager.persist(new OpenAssignment(told.taskId(), standing)));
        entityManager.flush();
    }

    private List<?> lockedMembers(List<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entityManager
                        .createNativeQuery(
                                "select id from member where id in :ids order by id for key share", UUID.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    private boolean isNewer(TaskAssignments told) {
        return entityManager
                        .createNativeQuery("insert into assigned_task (id, assignment_version)"
                                + " values (:task, :version) on conflict (id) do update"
                                + " set assignment_version = excluded.assignment_version"
                                + " where assigned_task.assignment_version < excluded.assignment_version")
                        .setParameter("task", told.taskId())
                        .setParameter("version", told.assignmentVersion())
                        .executeUpdate()
                == 1;
    }
}
