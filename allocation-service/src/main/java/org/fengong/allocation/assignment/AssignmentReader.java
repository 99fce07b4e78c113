package org.fengong.allocation.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.allocation.snapshot.SnapshotReader;
import org.threeten.extra.YearWeek;

/** Reads assignments; each call is one query, however many it reads. */
@ApplicationScoped
public class AssignmentReader {
    private static final List<AssignmentStatus> STANDING = List.of(AssignmentStatus.ACTIVE, AssignmentStatus.OFFERED);

    private final EntityManager entityManager;
    private final SnapshotReader snapshots;
    private final Clock clock;

    AssignmentReader(EntityManager entityManager, SnapshotReader snapshots, Clock clock) {
        this.entityManager = entityManager;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Those that stand in the teams. */
    public List<AssignmentResponse> standing(Collection<UUID> teamIds) {
        return standingEntities(teamIds).stream().map(AssignmentResponse::of).toList();
    }

    /** Those of the team that have minutes in any of the weeks, also those that have ended. */
    public List<AssignmentResponse> inWeeks(UUID teamId, Collection<YearWeek> weeks) {
        return entityManager
                .createQuery(
                        "select a from Assignment a where a.teamId = :team and exists"
                                + " (select 1 from a.weeks w where w.week in :weeks and w.minutes > 0) order by a.id",
                        Assignment.class)
                .setParameter("team", teamId)
                .setParameter("weeks", weeks)
                .getResultList() // whole, so that their weeks come in batches
                .stream()
                .map(AssignmentResponse::of)
                .toList();
    }

    /** Those of the team that stand and cannot be done so. */
    public List<AssignmentResponse> atRisk(UUID teamId) {
        return entityManager
                .createQuery(
                        "select a from Assignment a where a.teamId = :team and a.atRiskUntil is not null order by a.id",
                        Assignment.class)
                .setParameter("team", teamId)
                .getResultStream()
                .map(AssignmentResponse::of)
                .toList();
    }

    /** Those of a member that stand. */
    public List<AssignmentResponse> standingOf(UUID memberId) {
        return standingEntitiesOfMember(memberId).stream()
                .map(AssignmentResponse::of)
                .toList();
    }

    /** Those with the ids, however they stand. */
    public List<AssignmentResponse> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entityManager
                        .createQuery("select a from Assignment a where a.id in :ids order by a.id", Assignment.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(AssignmentResponse::of)
                        .toList();
    }

    /** Rises with every change of anything that the members have or had; without those who never had any. */
    public Map<UUID, Long> versions(Collection<UUID> memberIds) {
        return entityManager
                .createQuery(
                        "select a.memberId, sum(a.version) from Assignment a where a.memberId in :members"
                                + " group by a.memberId",
                        Tuple.class)
                .setParameter("members", memberIds)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Long.class)));
    }

    /** Those of the tasks that stand. */
    public List<AssignmentResponse> standingOfTasks(Collection<UUID> taskIds) {
        return standingEntitiesOfTasks(taskIds).stream()
                .map(AssignmentResponse::of)
                .toList();
    }

    /** Who has something that stands in the teams. */
    public Set<UUID> holders(Collection<UUID> teamIds) {
        return Set.copyOf(entityManager
                .createQuery(
                        "select distinct a.memberId from Assignment a where a.teamId in :teams and a.status in :standing",
                        UUID.class)
                .setParameter("teams", teamIds)
                .setParameter("standing", STANDING)
                .getResultList());
    }

    /** Whom nobody may give the roles any more: who has declined them or let them expire, and has them no more. */
    public Map<UUID, Set<UUID>> declinedBy(Collection<UUID> roleIds) {
        return roleIds.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select a from Assignment a where a.roleId in :roles and a.cause in :causes",
                                Assignment.class)
                        .setParameter("roles", roleIds)
                        .setParameter("causes", List.of(ReleaseCause.DECLINED, ReleaseCause.EXPIRED))
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                Assignment::roleId, Collectors.mapping(Assignment::memberId, Collectors.toSet())));
    }

    /** Empty when there is no such assignment. */
    public Optional<UUID> teamOf(UUID id) {
        return entityManager
                .createQuery("select a.teamId from Assignment a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The same, with the names of the next best in their reasons; as many queries for many as for one. */
    public List<AssignmentResponse> named(Collection<AssignmentResponse> assignments) {
        var members = snapshots.members(assignments.stream()
                .map(AssignmentResponse::nextBest)
                .filter(Objects::nonNull)
                .map(NextBest::memberId)
                .collect(Collectors.toSet()));
        return assignments.stream().map(a -> a.named(members)).toList();
    }

    /** Where the team is; in UTC as long as the team is not known here. */
    public LocalDate today(UUID teamId) {
        return snapshots
                .team(teamId)
                .map(team -> team.today(clock))
                .orElseGet(() -> LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    List<Assignment> standingEntitiesOfTasks(Collection<UUID> taskIds) {
        return entityManager
                .createQuery(
                        "select a from Assignment a where a.taskId in :tasks and a.status in :standing order by a.id",
                        Assignment.class)
                .setParameter("tasks", taskIds)
                .setParameter("standing", STANDING)
                .getResultList();
    }

    List<Assignment> standingEntitiesOfRole(UUID roleId) {
        return entityManager
                .createQuery(
                        "select a from Assignment a where a.roleId = :role and a.status in :standing", Assignment.class)
                .setParameter("role", roleId)
                .setParameter("standing", STANDING)
                .getResultList();
    }

    List<Assignment> standingEntitiesOfMember(UUID memberId) {
        return entityManager
                .createQuery(
                        "select a from Assignment a where a.memberId = :member and a.status in :standing"
                                + " order by a.startWeek, a.id",
                        Assignment.class)
                .setParameter("member", memberId)
                .setParameter("standing", STANDING)
                .getResultList();
    }

    List<Assignment> standingEntities(Collection<UUID> teamIds) {
        return entityManager
                .createQuery(
                        "select a from Assignment a where a.teamId in :teams and a.status in :standing order by a.id",
                        Assignment.class)
                .setParameter("teams", teamIds)
                .setParameter("standing", STANDING)
                .getResultList();
    }
}
