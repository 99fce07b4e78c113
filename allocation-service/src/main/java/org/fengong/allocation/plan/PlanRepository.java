package org.fengong.allocation.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {
    Plan requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new PlanNotFoundException(id));
    }

    /** Of a plan that need not be read itself; empty when there is none. */
    List<UUID> teamIds(UUID id) {
        List<?> ids = getEntityManager()
                .createNativeQuery("select unnest(team_ids) from plan where id = :id", UUID.class)
                .setParameter("id", id)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** False when the plan is cancelled, or solved by the holder of another lease. */
    boolean isSolvedUnder(UUID lease, UUID id) {
        return getEntityManager()
                        .createQuery(
                                "select count(p) from Plan p where p.id = :id and p.lease = :lease and p.status = :solving",
                                Long.class)
                        .setParameter("id", id)
                        .setParameter("lease", lease)
                        .setParameter("solving", PlanStatus.SOLVING)
                        .getSingleResult()
                == 1;
    }

    /** Shows how far the search is. False as {@link #isSolvedUnder}. */
    boolean showProgress(UUID lease, UUID id, PlanProgress progress) {
        return getEntityManager()
                        .createNativeQuery("update plan set progress = jsonb_build_object("
                                + "'steps', cast(:steps as bigint), 'value', cast(:value as bigint),"
                                + " 'bound', cast(:bound as bigint), 'gap', cast(:gap as float8), 'at', cast(:at as text))"
                                + " where id = :id and lease = :lease and status = 'SOLVING'")
                        .setParameter("steps", progress.steps())
                        .setParameter("value", progress.value())
                        .setParameter("bound", progress.bound())
                        .setParameter("gap", progress.gap())
                        .setParameter("at", progress.at().toString())
                        .setParameter("id", id)
                        .setParameter("lease", lease)
                        .executeUpdate()
                == 1;
    }

    /** Drafts of the team that nobody asked for, locked; but for one that is being published at this moment. */
    List<Plan> lockUnpublishedRepairs(UUID teamId) {
        List<?> drafts = getEntityManager()
                .createNativeQuery(
                        "select * from plan where status = 'DRAFT' and cause is not null"
                                + " and team_ids @> array[cast(:team as uuid)] order by id for update skip locked",
                        Plan.class)
                .setParameter("team", teamId)
                .getResultList();
        return drafts.stream().map(Plan.class::cast).toList();
    }

    /** Other plans of its teams that wait or are being solved. */
    long countSolvingBeside(Plan plan) {
        return ((Number) getEntityManager()
                        .createNativeQuery(
                                "select count(*) from plan where status = 'SOLVING' and team_ids && :teams and id <> :id",
                                Long.class)
                        .setParameter("teams", plan.teamIds().toArray(UUID[]::new))
                        .setParameter("id", plan.id())
                        .getSingleResult())
                .longValue();
    }

    /** Drops the questions of plans that are of no use any more, a number of them at a time. */
    int dropInputsBefore(Instant moment) {
        return getEntityManager()
                .createNativeQuery("update plan set problem = null where id in (select id from plan"
                        + " where problem is not null and solved_at < :moment"
                        + " and (kind <> 'PLAN' or status in ('SUPERSEDED', 'CANCELLED'))"
                        + " order by solved_at limit 500)")
                .setParameter("moment", moment)
                .executeUpdate();
    }

    Map<PlanStatus, Long> countByStatus() {
        var counts = new EnumMap<PlanStatus, Long>(PlanStatus.class);
        getEntityManager()
                .createQuery("select p.status, count(p) from Plan p group by p.status", Tuple.class)
                .getResultList()
                .forEach(row -> counts.put(row.get(0, PlanStatus.class), row.get(1, Long.class)));
        return counts;
    }

    /** Plans that concern no team beyond the readable ones. */
    Page<Plan> list(
            Optional<Set<UUID>> readable, UUID teamId, PlanStatus status, PlanKind kind, String cursor, Integer limit) {
        var listing = Listing.of(getEntityManager(), Plan.class);
        readable.ifPresent(teams ->
                listing.require("array_contains(:readable, e.teamIds)", "readable", teams.toArray(UUID[]::new)));
        return listing.where("array_contains(e.teamIds, :team)", "team", teamId)
                .where("e.status = :status", "status", status)
                .where("e.kind = :kind", "kind", kind)
                .sort("-requestedAt", Set.of("requestedAt"), "requestedAt")
                .page(cursor, limit);
    }

    /** Locks the teams, in one order, until the transaction ends: their plans are published one after the other. */
    void lockTeams(Collection<UUID> teamIds) {
        for (var id : new TreeSet<>(teamIds)) {
            getEntityManager()
                    .createNativeQuery("insert into team_plan (team_id) values (:team) on conflict do nothing")
                    .setParameter("team", id)
                    .executeUpdate();
            getEntityManager()
                    .createNativeQuery("select 1 from team_plan where team_id = :team for update")
                    .setParameter("team", id)
                    .getSingleResult();
        }
    }

    /** The plan in force of each team that has one. */
    Map<UUID, UUID> inForce(Collection<UUID> teamIds) {
        var plans = new HashMap<UUID, UUID>();
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select team_id, plan_id from team_plan where team_id in :teams and plan_id is not null",
                        Tuple.class)
                .setParameter("teams", teamIds)
                .getResultList();
        for (var row : rows) {
            plans.put(((Tuple) row).get(0, UUID.class), ((Tuple) row).get(1, UUID.class));
        }
        return plans;
    }

    void putInForce(Collection<UUID> teamIds, UUID planId) {
        getEntityManager()
                .createNativeQuery("update team_plan set plan_id = :plan where team_id in :teams")
                .setParameter("plan", planId)
                .setParameter("teams", teamIds)
                .executeUpdate();
    }
}
