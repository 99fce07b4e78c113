package org.fengong.review.division;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.review.metric.Facts;
import org.fengong.review.metric.Period;
import org.threeten.extra.YearWeek;

/** Reads what is known of assignments, loads and plans. */
@ApplicationScoped
public class DivisionFacts {
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

    /** The weeks of the period in which something stood for a member, as last told. */
    public List<Facts.MemberWeek> memberWeeks(Collection<UUID> memberIds, Period period) {
        return tuples(memberIds, period)
                .map(row -> new Facts.MemberWeek(
                        row.get(0, UUID.class),
                        YearWeek.parse(row.get(1, String.class)),
                        row.get(2, Integer.class),
                        row.get(3, Integer.class),
                        Optional.ofNullable(row.get(4, UUID[].class))
                                .map(List::of)
                                .orElse(List.of())))
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
}
