package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.tasks.goal.TaskCounts;

@ApplicationScoped
class GoalTasks implements TaskCounts {
    private final EntityManager entityManager;

    GoalTasks(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public Map<UUID, Count> byGoal(Collection<UUID> goalIds) {
        return goalIds.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select t.goalId, sum(case when t.status in (OPEN, ASSIGNED, IN_PROGRESS) then 1 else 0 end),"
                                        + " sum(case when t.status = COMPLETED then 1 else 0 end)"
                                        + " from Task t where t.goalId in :goals group by t.goalId",
                                Object[].class)
                        .setParameter("goals", goalIds)
                        .getResultStream()
                        .collect(
                                Collectors.toMap(row -> (UUID) row[0], row -> new Count((Long) row[1], (Long) row[2])));
    }
}
