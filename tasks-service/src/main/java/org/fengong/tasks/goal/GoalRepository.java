package org.fengong.tasks.goal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class GoalRepository implements PanacheRepositoryBase<Goal, UUID> {
    /** Serialises changes of parents, so that two of them cannot close a cycle together. */
    private static final long PARENTS_LOCK = 0x706172656e7473L; // "parents"

    private static final Set<String> SORTABLE = Set.of("key", "fromDay", "weight");

    /** Locks the row until the transaction ends. */
    Goal requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new GoalNotFoundException(id));
    }

    /** What a list is narrowed to; null narrows nothing. */
    record Filter(UUID teamId, UUID parentGoalId, UUID ownerId, String key) {}

    Page<Goal> list(Optional<Set<UUID>> readable, Filter filter, String sort, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Goal.class);
        readable.ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams));
        return listing.where("e.teamId = :team", "team", filter.teamId())
                .where("e.parentGoalId = :parent", "parent", filter.parentGoalId())
                .where("e.ownerId = :owner", "owner", filter.ownerId())
                .where("e.key = :key", "key", filter.key())
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }

    /** The team's goals that are no part of another one of its goals, by key. */
    Page<Goal> rootsOf(Optional<Set<UUID>> readable, UUID teamId, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Goal.class);
        readable.ifPresent(teams -> listing.require("e.teamId in :readable", "readable", teams));
        return listing.require("e.teamId = :team", "team", teamId)
                .where("not exists (select 1 from Goal p where p.id = e.parentGoalId and p.teamId = e.teamId)")
                .sort(null, Set.of(), "key")
                .page(cursor, limit);
    }

    /** The goals and all that are part of them, of whatever team. */
    List<Goal> withAllBelow(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "with recursive below (id) as (select id from goal where id in (:ids)"
                                + " union select g.id from goal g join below b on g.parent_goal_id = b.id)"
                                + " select g.* from goal g join below b on b.id = g.id",
                        Goal.class)
                .setParameter("ids", ids)
                .getResultList();
        return found.stream().map(Goal.class::cast).toList();
    }

    /** The goals, all that they are part of, and all that is part of these, of whatever team. */
    List<Goal> withAllAround(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<?> above = getEntityManager()
                .createNativeQuery(
                        "with recursive above (id, parent_goal_id) as ("
                                + "select id, parent_goal_id from goal where id in (:ids)"
                                + " union select g.id, g.parent_goal_id from goal g join above a on g.id = a.parent_goal_id)"
                                + " select id from above",
                        UUID.class)
                .setParameter("ids", ids)
                .getResultList();
        return withAllBelow(above.stream().map(UUID.class::cast).toList());
    }

    Page<Measurement> measurements(UUID goalId, UUID keyResultId, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Measurement.class)
                .require("e.goalId = :goal", "goal", goalId)
                .where("e.keyResultId = :keyResult", "keyResult", keyResultId)
                .sort(sort, Set.of("measuredOn", "measuredAt"), "measuredOn")
                .page(cursor, limit);
    }

    void lockParents() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", PARENTS_LOCK)
                .getSingleResult();
    }
}
