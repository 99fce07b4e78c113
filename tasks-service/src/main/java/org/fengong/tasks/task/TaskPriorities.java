package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.fengong.tasks.goal.GoalWeighed;

/**
 * Keeps what the priority of a task takes from elsewhere: how many open tasks wait for it, and what its goal weighs.
 * Neither changes the task's version. Whoever changes one of them holds the rows' locks, taken in the order of ids, so
 * that nothing is counted past a change under way and no two wait for each other.
 */
@ApplicationScoped
class TaskPriorities {
    private final EntityManager entityManager;

    TaskPriorities(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Locks the rows until the transaction ends. */
    void lock(Collection<UUID> taskIds) {
        if (!taskIds.isEmpty()) {
            entityManager
                    .createNativeQuery(
                            "select id from task where id in (:ids) order by id for no key update", UUID.class)
                    .setParameter("ids", taskIds)
                    .getResultList();
        }
    }

    /** The task and what it waits for. */
    void lockWithPredecessors(UUID taskId) {
        entityManager
                .createNativeQuery(
                        "select id from task where id = :id"
                                + " or id in (select depends_on_id from task_dependency where task_id = :id)"
                                + " order by id for no key update",
                        UUID.class)
                .setParameter("id", taskId)
                .getResultList();
    }

    /** Counts anew what waits for each of the tasks. */
    void recount(Collection<UUID> taskIds) {
        if (!taskIds.isEmpty()) {
            lock(taskIds);
            entityManager
                    .createNativeQuery("update task set waiting_count ="
                            + " (select count(*) from task_dependency d join task w on w.id = d.task_id"
                            + " where d.depends_on_id = task.id and w.status not in ('COMPLETED', 'CANCELLED'))"
                            + " where id in (:ids)")
                    .setParameter("ids", taskIds)
                    .executeUpdate();
        }
    }

    /** Nobody joins the goal meanwhile: its row is locked. */
    void goalWeighed(@Observes GoalWeighed goal) {
        entityManager
                .createNativeQuery(
                        "select id from task where goal_id = :goal order by id for no key update", UUID.class)
                .setParameter("goal", goal.goalId())
                .getResultList();
        entityManager
                .createNativeQuery("update task set goal_weight = :weight where goal_id = :goal")
                .setParameter("weight", goal.weight())
                .setParameter("goal", goal.goalId())
                .executeUpdate();
    }
}
