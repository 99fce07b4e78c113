package org.fengong.review.division;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.review.member.MemberForgotten;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Period;
import org.threeten.extra.YearWeek;

/** Reads what is known of assignments, loads and plans. */
@ApplicationScoped
public class DivisionFacts {
    /** By the index on the last end: of all tasks ever divided few lost somebody lately. */
    static final String ENDED_OF = "select d.* from task_division d where d.last_ended_at >= :notBefore"
            + " and exists (select 1 from jsonb_array_elements(d.assignments) a"
            + " where cast(a ->> 'memberId' as uuid) in :members) order by d.task_id";

    private final EntityManager entityManager;

    DivisionFacts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public List<Facts.Assignment> assignments(Collection<UUID> taskIds) {
        return entityManager
                .createQuery(
                        "select d from TaskDivision d where d.taskId in :tasks order by d.taskId", TaskDivision.class)
                .setParameter("tasks", taskIds)
                .getResultStream()
                .flatMap(TaskDivision::facts)
                .toList();
    }

    /**
     * Assignments that these members had, of whichever team, and that ended at a known time.
     *
     * @param notBefore those that ended earlier are left out
     */
    @SuppressWarnings("unchecked")
    public List<Facts.Assignment> endedOf(Collection<UUID> memberIds, Instant notBefore) {
        return ((Stream<TaskDivision>) entityManager
                        .createNativeQuery(ENDED_OF, TaskDivision.class)
                        .setParameter("members", memberIds)
                        .setParameter("notBefore", notBefore)
                        .getResultStream())
                .flatMap(TaskDivision::facts)
                .filter(a -> memberIds.contains(a.memberId())
                        && a.until() != null
                        && !a.until().isBefore(notBefore))
                .toList();
    }

    /** Offers of the team that were made in the period, with the answer as it is known now. */
    public List<Facts.Offer> offers(UUID teamId, Period period) {
        return entityManager
                .createQuery(
                        "select o from OfferSnapshot o where o.teamId = :team and o.offeredAt >= :start"
                                + " and o.offeredAt < :end order by o.offeredAt, o.id",
                        OfferSnapshot.class)
                .setParameter("team", teamId)
                .setParameter("start", period.start())
                .setParameter("end", period.end())
                .getResultStream()
                .map(OfferSnapshot::fact)
                .toList();
    }

    /** What the team asked of other departments before the end of the period, and nobody has answered yet. */
    public List<Facts.Request> openRequests(UUID teamId, Period period) {
        return entityManager
                .createQuery(
                        "select r from RequestSnapshot r where r.teamId = :team and r.open and r.openedAt < :end"
                                + " order by r.openedAt, r.id",
                        RequestSnapshot.class)
                .setParameter("team", teamId)
                .setParameter("end", period.end())
                .getResultStream()
                .map(RequestSnapshot::fact)
                .toList();
    }

    /** Of each skill and level the gap that was told last, when the weeks that it looks at meet the period. */
    @SuppressWarnings("unchecked")
    public List<Facts.SkillGap> skillGaps(UUID teamId, Period period) {
        return ((Stream<Tuple>) entityManager
                        .createNativeQuery(
                                "select distinct on (skill_id, min_level) skill_id, min_level, from_week, weeks, holders"
                                        + " from skill_gap where team_id = :team and from_week <= :to"
                                        + " order by skill_id, min_level, version desc",
                                Tuple.class)
                        .setParameter("team", teamId)
                        .setParameter("to", period.to().toString())
                        .getResultStream())
                .map(row -> new Facts.SkillGap(
                        row.get(0, UUID.class),
                        row.get(1, Integer.class),
                        YearWeek.parse(row.get(2, String.class)),
                        row.get(3, Integer.class),
                        row.get(4, Integer.class)))
                .filter(gap -> !gap.fromWeek().plusWeeks(gap.weeks() - 1).isBefore(period.from()))
                .toList();
    }

    /** The weeks of the period in which something stood for a member, as last told. */
    public List<Facts.MemberWeek> memberWeeks(Collection<UUID> memberIds, Period period) {
        return tuples(memberIds, period).map(DivisionFacts::memberWeek).toList();
    }

    private static Facts.MemberWeek memberWeek(Tuple row) {
        return new Facts.MemberWeek(
                row.get(0, UUID.class),
                YearWeek.parse(row.get(1, String.class)),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                Optional.ofNullable(row.get(4, UUID[].class)).map(List::of).orElse(List.of()));
    }

    /** Weeks from that one on that became, and are still, fuller than these members can bear. */
    @SuppressWarnings("unchecked")
    public List<Facts.MemberWeek> openOverloads(Collection<UUID> memberIds, YearWeek from) {
        return ((Stream<Tuple>) entityManager
                        .createNativeQuery(
                                "select o.member_id, o.week, coalesce(w.load_minutes, 0), coalesce(w.capacity_minutes, 0),"
                                        + " o.task_ids from overload o left join member_week w"
                                        + " on w.member_id = o.member_id and w.week = o.week"
                                        + " where not o.resolved and o.member_id in :members and o.week >= :from"
                                        + " order by o.week, o.member_id",
                                Tuple.class)
                        .setParameter("members", memberIds)
                        .setParameter("from", from.toString())
                        .getResultStream())
                .map(DivisionFacts::memberWeek)
                .toList();
    }

    /** Status of a plan, empty before it is solved. */
    public Optional<String> planStatus(UUID planId) {
        return Optional.ofNullable(entityManager.find(PlanSnapshot.class, planId))
                .map(PlanSnapshot::status);
    }

    @SuppressWarnings("unchecked")
    private Stream<Tuple> tuples(Collection<UUID> memberIds, Period period) {
        return entityManager
                .createNativeQuery(
                        "select w.member_id, w.week, w.load_minutes, w.capacity_minutes, o.task_ids from member_week w"
                                + " left join overload o on o.member_id = w.member_id and o.week = w.week"
                                + " and not o.resolved"
                                + " where w.member_id in :members and w.week between :from and :to"
                                + " order by w.member_id, w.week",
                        Tuple.class)
                .setParameter("members", memberIds)
                .setParameter("from", period.from().toString())
                .setParameter("to", period.to().toString())
                .getResultStream();
    }

    void memberForgotten(@Observes MemberForgotten forgotten) {
        entityManager
                .createQuery("update OfferSnapshot o set o.reason = null where o.memberId = :member")
                .setParameter("member", forgotten.memberId())
                .executeUpdate();
    }
}
