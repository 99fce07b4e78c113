package org.fengong.allocation.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the copies; each call is one query, however many things it reads. */
@ApplicationScoped
public class SnapshotReader {
    private final EntityManager entityManager;

    SnapshotReader(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public Optional<TeamState> team(UUID id) {
        return Optional.ofNullable(entityManager.find(TeamSnapshot.class, id)).map(TeamSnapshot::state);
    }

    public Map<UUID, TeamState> teams(Collection<UUID> ids) {
        return byId("TeamSnapshot", TeamSnapshot.class, ids, TeamSnapshot::state, TeamState::teamId);
    }

    public Optional<MemberState> member(UUID id) {
        return Optional.ofNullable(entityManager.find(MemberSnapshot.class, id)).map(MemberSnapshot::state);
    }

    public Map<UUID, MemberState> members(Collection<UUID> ids) {
        return byId("MemberSnapshot", MemberSnapshot.class, ids, MemberSnapshot::state, MemberState::memberId);
    }

    public Map<UUID, SkillState> skills(Collection<UUID> ids) {
        return byId("SkillSnapshot", SkillSnapshot.class, ids, SkillSnapshot::state, SkillState::skillId);
    }

    public Map<UUID, DepartmentState> departments(Collection<UUID> ids) {
        return byId(
                "DepartmentSnapshot",
                DepartmentSnapshot.class,
                ids,
                DepartmentSnapshot::state,
                DepartmentState::departmentId);
    }

    public Map<UUID, GoalState> goals(Collection<UUID> ids) {
        return byId("GoalSnapshot", GoalSnapshot.class, ids, GoalSnapshot::state, GoalState::goalId);
    }

    /** Tasks with the newest that is known of work and estimates. */
    public Map<UUID, TaskState> tasks(Collection<UUID> ids) {
        return withProgress(byId("TaskSnapshot", TaskSnapshot.class, ids, TaskSnapshot::state, TaskState::taskId));
    }

    /** Those tasks of the teams that ask for people's time. */
    public Map<UUID, TaskState> openTasks(Collection<UUID> teamIds) {
        Map<UUID, TaskState> found = new LinkedHashMap<>();
        entityManager
                .createQuery(
                        "select t from TaskSnapshot t where t.teamId in :teams and t.status in :status order by t.id",
                        TaskSnapshot.class)
                .setParameter("teams", teamIds)
                .setParameter("status", List.of("OPEN", "ASSIGNED", "IN_PROGRESS"))
                .getResultStream()
                .map(TaskSnapshot::state)
                .forEach(task -> found.put(task.taskId(), task));
        return withProgress(found);
    }

    /**
     * Keeps news of these from taking effect until the transaction ends. To be asked before anything of them is read,
     * tasks before members before weeks: the order in which the events lock, too.
     */
    public void holdTasks(Collection<UUID> ids) {
        lock("task_snapshot", ids, "share");
    }

    /** As {@link #holdTasks}. */
    public void holdMembers(Collection<UUID> ids) {
        lock("member_snapshot", ids, "share");
    }

    /** Waits for whoever holds the task, and keeps others from it until the transaction ends. */
    public void lockTask(UUID id) {
        lock("task_snapshot", Set.of(id), "update");
    }

    private void lock(String table, Collection<UUID> ids, String strength) {
        if (!ids.isEmpty()) {
            entityManager
                    .createNativeQuery(
                            "select 1 from %s where id in :ids order by id for %s".formatted(table, strength))
                    .setParameter("ids", ids)
                    .getResultList();
        }
    }

    /** The task of the teams that the role is part of. */
    public Optional<UUID> taskOfRole(Collection<UUID> teamIds, UUID roleId) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select id from task_snapshot where team_id in :teams"
                                + " and data -> 'roles' @> cast(:probe as jsonb)",
                        UUID.class)
                .setParameter("teams", teamIds)
                .setParameter("probe", "[{\"roleId\":\"%s\"}]".formatted(roleId))
                .getResultList();
        return ids.stream().map(UUID.class::cast).findFirst();
    }

    /** Σ contribution weight of the tasks of each goal that are not cancelled. */
    public Map<UUID, Double> contributionWeights(Collection<UUID> goalIds) {
        if (goalIds.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entityManager
                .createNativeQuery(
                        "select cast(data ->> 'goalId' as uuid),"
                                + " cast(sum(cast(data ->> 'contributionWeight' as numeric)) as double precision)"
                                + " from task_snapshot where data ->> 'goalId' in (:goals) and status <> 'CANCELLED'"
                                + " group by data ->> 'goalId'",
                        Tuple.class)
                .setParameter("goals", goalIds.stream().map(UUID::toString).toList())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Double.class)));
    }

    /** Tasks that wait for any of the given ones. */
    public Collection<TaskState> successors(Collection<UUID> taskIds) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select id from task_snapshot where data -> 'dependsOn' @> any (cast(:probes as jsonb[]))",
                        UUID.class)
                .setParameter(
                        "probes",
                        taskIds.stream().map("[{\"taskId\":\"%s\"}]"::formatted).toArray(String[]::new))
                .getResultList();
        return tasks(ids.stream().map(UUID.class::cast).toList()).values();
    }

    /** Teams that the member leads, or is, was or will be in. */
    public Set<UUID> teamsOf(UUID memberId) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select id from team_snapshot where lead_id = :member"
                                + " or data -> 'members' @> cast(:probe as jsonb)",
                        UUID.class)
                .setParameter("member", memberId)
                .setParameter("probe", "[{\"memberId\":\"%s\"}]".formatted(memberId))
                .getResultList();
        return ids.stream().map(UUID.class::cast).collect(Collectors.toCollection(HashSet::new));
    }

    /** Departments that the member leads or is a contact of. */
    public Set<UUID> departmentsOf(UUID memberId) {
        List<?> ids = entityManager
                .createNativeQuery(
                        "select id from department_snapshot where data ->> 'leadId' = :member"
                                + " or data -> 'contactIds' @> to_jsonb(cast(:member as text))",
                        UUID.class)
                .setParameter("member", memberId.toString())
                .getResultList();
        return ids.stream().map(UUID.class::cast).collect(Collectors.toCollection(HashSet::new));
    }

    /** Highest version seen per kind of thing, for the record of what a plan was made from. */
    public Map<String, Long> newestVersions(Collection<UUID> taskIds, Collection<UUID> memberIds) {
        Map<String, Long> newest = new LinkedHashMap<>();
        newest.put("tasks", sumOfVersions("TaskSnapshot", taskIds));
        newest.put("members", sumOfVersions("MemberSnapshot", memberIds));
        return newest;
    }

    private long sumOfVersions(String entity, Collection<UUID> ids) {
        return ids.isEmpty()
                ? 0
                : Optional.ofNullable(entityManager
                                .createQuery(
                                        "select sum(s.version) from " + entity + " s where s.id in :ids", Long.class)
                                .setParameter("ids", ids)
                                .getSingleResult())
                        .orElse(0L);
    }

    private Map<UUID, TaskState> withProgress(Map<UUID, TaskState> tasks) {
        if (tasks.isEmpty()) {
            return tasks;
        }
        Map<UUID, RoleProgress> progress = entityManager
                .createQuery("select p from RoleProgress p where p.taskId in :tasks", RoleProgress.class)
                .setParameter("tasks", tasks.keySet())
                .getResultStream()
                .collect(Collectors.toMap(RoleProgress::roleId, Function.identity()));
        tasks.replaceAll((id, task) -> task.withRoles(task.roles().stream()
                .map(role -> progress.containsKey(role.roleId())
                        ? progress.get(role.roleId()).appliedTo(role, task.version())
                        : role)
                .toList()));
        return tasks;
    }

    private <E, S> Map<UUID, S> byId(
            String name, Class<E> entity, Collection<UUID> ids, Function<E, S> state, Function<S, UUID> id) {
        Map<UUID, S> found = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            new ArrayList<>(entityManager
                            .createQuery("select s from " + name + " s where s.id in :ids order by s.id", entity)
                            .setParameter("ids", ids)
                            .getResultList())
                    .stream().map(state).forEach(s -> found.put(id.apply(s), s));
        }
        return found;
    }
}
