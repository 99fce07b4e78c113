package org.fengong.allocation.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The gaps that were told, and the teams whose coverage may be other than it was then. */
@ApplicationScoped
class KnownGaps {
    /** Changed members, and tasks, that an event names at most. */
    private static final int MOST = 100;

    record Gap(UUID skillId, int minLevel) {}

    /** What of a team changed since it was last looked at. */
    record Change(UUID teamId, List<UUID> memberIds, List<UUID> taskIds) {}

    private final EntityManager entityManager;

    KnownGaps(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** @param memberId or taskId what changed; the other one is null */
    void changed(UUID teamId, UUID memberId, UUID taskId, Duration window) {
        entityManager
                .createNativeQuery("insert into coverage_check as c (team_id, due_at, member_ids, task_ids)"
                        + " values (:team, now() + :window * interval '1 ms',"
                        + " array_remove(array[cast(:member as uuid)], null),"
                        + " array_remove(array[cast(:task as uuid)], null))"
                        + " on conflict (team_id) do update set"
                        + " member_ids = array(select distinct unnest(c.member_ids || excluded.member_ids) order by 1"
                        + " limit " + MOST + "),"
                        + " task_ids = array(select distinct unnest(c.task_ids || excluded.task_ids) order by 1"
                        + " limit " + MOST + ")")
                .setParameter("team", teamId)
                .setParameter("window", window.toMillis())
                .setParameter("member", memberId)
                .setParameter("task", taskId)
                .executeUpdate();
    }

    Optional<Change> takeDue() {
        List<?> rows = entityManager
                .createNativeQuery(
                        "delete from coverage_check where team_id = (select team_id from coverage_check"
                                + " where due_at <= now() order by due_at limit 1 for update skip locked)"
                                + " returning team_id, member_ids, task_ids",
                        Tuple.class)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .findFirst()
                .map(row -> new Change(
                        row.get(0, UUID.class), List.of(row.get(1, UUID[].class)), List.of(row.get(2, UUID[].class))));
    }

    Set<Gap> of(UUID teamId) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select skill_id, min_level from skill_gap where team_id = :team for update", Tuple.class)
                .setParameter("team", teamId)
                .getResultList();
        var gaps = new HashSet<Gap>();
        rows.forEach(row -> gaps.add(new Gap(
                ((Tuple) row).get(0, UUID.class),
                ((Tuple) row).get(1, Number.class).intValue())));
        return gaps;
    }

    /** The primary key keeps two replicas from telling of one gap. */
    void opened(UUID teamId, Gap gap) {
        change("insert into skill_gap (team_id, skill_id, min_level) values (:team, :skill, :level)", teamId, gap);
    }

    void closed(UUID teamId, Gap gap) {
        change("delete from skill_gap where team_id = :team and skill_id = :skill and min_level = :level", teamId, gap);
    }

    private void change(String statement, UUID teamId, Gap gap) {
        entityManager
                .createNativeQuery(statement)
                .setParameter("team", teamId)
                .setParameter("skill", gap.skillId())
                .setParameter("level", gap.minLevel())
                .executeUpdate();
    }

    long nextVersion() {
        return ((Number) entityManager
                        .createNativeQuery("select nextval('skill_gap_version')", Long.class)
                        .getSingleResult())
                .longValue();
    }
}
