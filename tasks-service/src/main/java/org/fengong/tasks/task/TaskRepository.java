package org.fengong.tasks.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;
import org.hibernate.jpa.HibernateHints;

@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {
    /** Serialises changes of dependencies, so that two of them cannot close a cycle together. */
    private static final long DEPENDENCIES_LOCK = 0x646570656e6473L; // "depends"

    private static final Set<String> SORTABLE = Set.of("key", "dueDate", "importance", "priority", "createdAt");

    /** Locks the row until the transaction ends. */
    Task requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new TaskNotFoundException(id));
    }

    Optional<Task> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** With what it waits for, in one statement; not to be changed. */
    Optional<Task> findToRead(UUID id) {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select t from Task t left join fetch t.dependsOn where t.id = :id", Task.class)
                .setParameter("id", id)
                .setHint(HibernateHints.HINT_READ_ONLY, true)
                .getSingleResultOrNull());
    }

    /** What a list is narrowed to; null or empty narrows nothing. */
    record Filter(
            UUID teamId,
            Collection<TaskStatus> status,
            UUID goalId,
            UUID ownerId,
            String key,
            LocalDate dueBefore,
            Boolean blocked,
            Boolean returned,
            Boolean accepted,
            String label,
            String campaign,
            String text) {}

    Page<Task> list(Optional<Set<UUID>> readable, Filter filter, String sort, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Task.class);
        readable.ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams));
        narrow(listing, filter.blocked(), "e.blockedSince is not null", "e.blockedSince is null");
        narrow(listing, filter.returned(), "e.returnedAt is not null", "e.returnedAt is null");
        narrow(
                listing,
                filter.accepted(),
                "e.acceptedAt is not null",
                "e.completedAt is not null and e.acceptedAt is null");
        return listing.where("e.teamId = :team", "team", filter.teamId())
                .where("e.status in :status", "status", filter.status())
                .where("e.goalId = :goal", "goal", filter.goalId())
                .where("e.ownerId = :owner", "owner", filter.ownerId())
                .where("e.key = :key", "key", filter.key())
                .where("array_contains(e.notes.labels, :label)", "label", filter.label())
                .where("e.notes.campaign = :campaign", "campaign", filter.campaign())
                .where("cast(sql('(? @@ search_query(?))', e.search, :text) as Boolean) = true", "text", filter.text())
                .where("e.dueDate < :dueBefore", "dueBefore", filter.dueBefore())
                .sort(sort, SORTABLE, "dueDate")
                .page(cursor, limit);
    }

    private static void narrow(Listing<Task> listing, Boolean wanted, String whenTrue, String whenFalse) {
        if (wanted != null) {
            listing.where(wanted ? whenTrue : whenFalse);
        }
    }

    List<Task> askingForTime(UUID teamId) {
        return getEntityManager()
                .createQuery("select t from Task t where t.teamId = :team and t.status in :status", Task.class)
                .setParameter("team", teamId)
                .setParameter("status", List.of(TaskStatus.OPEN, TaskStatus.ASSIGNED, TaskStatus.IN_PROGRESS))
                .getResultList();
    }

    Page<WorkLog> workLogs(UUID taskId, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), WorkLog.class)
                .where("e.taskId = :task", "task", taskId)
                .sort(null, Set.of(), "day")
                .page(cursor, limit);
    }

    /** The teams of those of the tasks that exist. */
    Map<UUID, UUID> teamsOf(Collection<UUID> taskIds) {
        return taskIds.isEmpty()
                ? Map.of()
                : getEntityManager()
                        .createQuery("select t.id, t.teamId from Task t where t.id in :ids", Object[].class)
                        .setParameter("ids", taskIds)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    List<UUID> predecessorsOf(UUID taskId) {
        return getEntityManager()
                .createQuery("select d.taskId from Task t join t.dependsOn d where t.id = :id", UUID.class)
                .setParameter("id", taskId)
                .getResultList();
    }

    void lockDependencies() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", DEPENDENCIES_LOCK)
                .getSingleResult();
    }

    /**
     * Searches breadth first from what the task is to depend on. Empty when the task cannot be reached, else the keys of
     * the cycle from the task to itself.
     */
    List<String> cycle(UUID taskId, Collection<UUID> dependsOn) {
        Map<UUID, UUID> reachedFrom = new HashMap<>();
        dependsOn.forEach(id -> reachedFrom.put(id, taskId));
        List<UUID> frontier = new ArrayList<>(dependsOn);
        while (!frontier.isEmpty()) {
            if (reachedFrom.containsKey(taskId)) {
                return keysOfCycle(taskId, reachedFrom);
            }
            var edges = getEntityManager()
                    .createQuery(
                            "select t.id, d.taskId from Task t join t.dependsOn d where t.id in :frontier",
                            Object[].class)
                    .setParameter("frontier", frontier)
                    .getResultList();
            frontier = new ArrayList<>();
            for (var edge : edges) {
                if (reachedFrom.putIfAbsent((UUID) edge[1], (UUID) edge[0]) == null) {
                    frontier.add((UUID) edge[1]);
                }
            }
        }
        return List.of();
    }

    private List<String> keysOfCycle(UUID taskId, Map<UUID, UUID> reachedFrom) {
        var path = new ArrayList<UUID>(List.of(taskId));
        for (var at = reachedFrom.get(taskId); !at.equals(taskId); at = reachedFrom.get(at)) {
            path.add(0, at);
        }
        path.add(0, taskId);
        Map<UUID, String> keys = getEntityManager()
                .createQuery("select t.id, t.key from Task t where t.id in :ids", Object[].class)
                .setParameter("ids", path)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
        return path.stream().map(keys::get).toList();
    }
}
