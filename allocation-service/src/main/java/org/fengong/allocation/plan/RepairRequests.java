package org.fengong.allocation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengong.allocation.assignment.ReplanCause;
import org.fengong.allocation.assignment.ReplanWanted;

/** Teams whose division of labour is to be looked at: one row each, so that any replica may do it and news adds up. */
@ApplicationScoped
class RepairRequests {
    /** Members that a plan names as its cause at most. */
    private static final int MOST_MEMBERS = 100;

    record Due(UUID teamId, List<ReplanCause> kinds, List<UUID> memberIds) {}

    private final EntityManager entityManager;

    RepairRequests(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @param window from the first news on; what comes later joins it and puts nothing off */
    void add(ReplanWanted wanted, Duration window) {
        entityManager
                .createNativeQuery("insert into team_repair as r (team_id, due_at, kinds, member_ids)"
                        + " values (:team, now() + :window * interval '1 ms', array[cast(:kind as text)],"
                        + " array_remove(array[cast(:member as uuid)], null))"
                        + " on conflict (team_id) do update set"
                        + " kinds = array(select distinct unnest(r.kinds || excluded.kinds) order by 1),"
                        + " member_ids = array(select distinct unnest(r.member_ids || excluded.member_ids) order by 1"
                        + " limit " + MOST_MEMBERS + ")")
                .setParameter("team", wanted.teamId())
                .setParameter("window", window.toMillis())
                .setParameter("kind", wanted.cause().name())
                .setParameter("member", wanted.memberId())
                .executeUpdate();
    }

    /** The team that waits longest, if its time has come and no plan of this sort is being solved for it. */
    Optional<Due> takeDue() {
        List<?> rows = entityManager
                .createNativeQuery(
                        "delete from team_repair where team_id = (select r.team_id from team_repair r"
                                + " where r.due_at <= now() and not exists (select 1 from plan p where p.status = 'SOLVING'"
                                + " and p.cause is not null and p.team_ids @> array[r.team_id])"
                                + " order by r.due_at limit 1 for update skip locked)"
                                + " returning team_id, kinds, member_ids",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .findFirst()
                .map(row -> new Due(
                        row.get(0, UUID.class),
                        Arrays.stream(row.get(1, String[].class))
                                .map(ReplanCause::valueOf)
                                .toList(),
                        List.of(row.get(2, UUID[].class))));
    }
}
