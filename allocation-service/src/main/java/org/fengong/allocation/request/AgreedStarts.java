package org.fengong.allocation.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** What plans ask of requests: before which week the departments cannot begin. */
@ApplicationScoped
public class AgreedStarts {
    private final EntityManager entityManager;

    AgreedStarts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** By role, of those roles of the tasks for which a week was agreed. */
    public Map<UUID, YearWeek> ofTasks(Collection<UUID> taskIds) {
        var starts = new HashMap<UUID, YearWeek>();
        if (!taskIds.isEmpty()) {
            entityManager
                    .createQuery(
                            "select r from DepartmentRequest r where r.taskId in :tasks and r.status = :accepted"
                                    + " and r.startWeek is not null",
                            DepartmentRequest.class)
                    .setParameter("tasks", taskIds)
                    .setParameter("accepted", RequestStatus.ACCEPTED)
                    .getResultStream()
                    .forEach(request -> request.roleIds().forEach(role -> starts.put(role, request.startWeek())));
        }
        return starts;
    }
}
