package org.fengong.review.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Period;

/** Reads what is known of tasks, goals and logged work. */
@ApplicationScoped
public class WorkFacts {
    private final EntityManager entityManager;

    WorkFacts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Goals of the team that overlap the period, with what was measured in it. */
    public List<Facts.Goal> goals(UUID teamId, Period period) {
        var goals = entityManager
                .createQuery(
                        "select g from GoalSnapshot g where g.teamId = :team and g.fromDay <= :last"
                                + " and g.toDay >= :first order by g.fromDay, g.id",
                        GoalSnapshot.class)
                .setParameter("team", teamId)
                .setParameter("first", period.firstDay())
                .setParameter("last", period.lastDay())
                .getResultList();
        var measurements = measurements(ids(goals.stream().map(GoalSnapshot::id)), period);
        return goals.stream().map(goal -> goal.fact(measurements)).toList();
    }

    /** Tasks of the team and of its goals that were not over and done with before the period. */
    public List<Facts.Task> tasks(UUID teamId, Collection<UUID> goalIds, Period period) {
        var tasks = entityManager
                .createQuery(
                        "select t from TaskSnapshot t where t.status not in ('DRAFT', 'CANCELLED')"
                                + " and (t.teamId = :team or t.goalId in :goals)"
                                + " and (t.completedAt is null or t.completedAt >= :start or t.dueDate >= :first)"
                                + " order by t.dueDate, t.id",
                        TaskSnapshot.class)
                .setParameter("team", teamId)
                .setParameter("goals", goalIds)
                .setParameter(
                        "start", period.firstDay().atStartOfDay(period.zone()).toInstant())
                .setParameter("first", period.firstDay())
                .getResultList();
        var reopened = reopened(ids(tasks.stream().map(TaskSnapshot::id)));
        return tasks.stream()
                .map(task -> task.fact(reopened.contains(task.id())))
                .toList();
    }

    /** What these tasks waited for, as far as it is completed. */
    public List<Facts.Dependency> dependencies(Collection<UUID> taskIds) {
        var tasks = find(taskIds);
        var predecessors = find(ids(tasks.stream().flatMap(task -> task.dependsOn().stream()))).stream()
                .filter(task -> task.completedAt() != null)
                .collect(Collectors.toMap(TaskSnapshot::id, TaskSnapshot::completedAt));
        return tasks.stream()
                .flatMap(task -> task.dependsOn().stream()
                        .filter(predecessors::containsKey)
                        .map(id -> new Facts.Dependency(task.id(), id, predecessors.get(id))))
                .toList();
    }

    /** When the completed roles of these tasks were completed. */
    public Map<UUID, Instant> completedRoles(Collection<UUID> taskIds) {
        var completed = new HashMap<UUID, Instant>();
        find(taskIds).forEach(task -> completed.putAll(task.completedRoles()));
        return completed;
    }

    /** Work on these tasks at any time, and work in the period on whatever task serves one of the goals. */
    public List<Facts.Work> work(Collection<UUID> taskIds, Collection<UUID> goalIds, Period period) {
        return entityManager
                .createQuery(
                        "select w.taskId as task, w.roleId as role, w.memberId as member,"
                                + " case when t.id is null then w.goalId else t.goalId end as goal,"
                                + " w.day as day, w.minutes as minutes"
                                + " from WorkLog w left join TaskSnapshot t on t.id = w.taskId"
                                + " where w.taskId in :tasks or (w.day between :first and :last"
                                + " and case when t.id is null then w.goalId else t.goalId end in :goals)"
                                + " order by w.day, w.id",
                        Tuple.class)
                .setParameter("tasks", taskIds)
                .setParameter("goals", goalIds)
                .setParameter("first", period.firstDay())
                .setParameter("last", period.lastDay())
                .getResultStream()
                .map(row -> new Facts.Work(
                        row.get("task", UUID.class),
                        row.get("role", UUID.class),
                        row.get("member", UUID.class),
                        row.get("goal", UUID.class),
                        row.get("day", LocalDate.class),
                        row.get("minutes", Integer.class)))
                .toList();
    }

    /** Titles of tasks and goals by id, of those that are known. */
    public Map<UUID, String> titles(Collection<UUID> ids) {
        var titles = new HashMap<UUID, String>();
        for (var entity : List.of("TaskSnapshot", "GoalSnapshot")) {
            entityManager
                    .createQuery("select e.id, e.title from " + entity + " e where e.id in :ids", Object[].class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(row -> titles.put((UUID) row[0], (String) row[1]));
        }
        return titles;
    }

    private List<TaskSnapshot> find(Collection<UUID> ids) {
        return entityManager
                .createQuery("select t from TaskSnapshot t where t.id in :ids order by t.id", TaskSnapshot.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    private Map<UUID, List<Facts.Measurement>> measurements(Collection<UUID> goalIds, Period period) {
        return tuples(
                        "select key_result_id, measured_on, previous, current from key_result_measurement"
                                + " where goal_id in :ids and measured_on between :first and :last order by version",
                        Map.of("ids", goalIds, "first", period.firstDay(), "last", period.lastDay()))
                .collect(Collectors.groupingBy(
                        row -> row.get(0, UUID.class),
                        Collectors.mapping(
                                row -> new Facts.Measurement(
                                        row.get(1, LocalDate.class),
                                        row.get(2, Double.class),
                                        row.get(3, Double.class)),
                                Collectors.toList())));
    }

    private Collection<UUID> reopened(Collection<UUID> taskIds) {
        return ids(tuples(
                        "select distinct task_id from task_status_change"
                                + " where previous_status = 'COMPLETED' and task_id in :ids",
                        Map.of("ids", taskIds))
                .map(row -> row.get(0, UUID.class)));
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> tuples(String sql, Map<String, Object> parameters) {
        var query = entityManager.createNativeQuery(sql, Tuple.class);
        parameters.forEach(query::setParameter);
        return query.getResultStream();
    }

    private static Collection<UUID> ids(Stream<UUID> ids) {
        return ids.collect(Collectors.toCollection(HashSet::new));
    }
}
