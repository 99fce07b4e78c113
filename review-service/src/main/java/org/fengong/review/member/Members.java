package org.fengong.review.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.threeten.extra.YearWeek;

/** Reads the members' names and time. */
@ApplicationScoped
public class Members {
    private final EntityManager entityManager;

    Members(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Names by id, of those that are known and have one. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return find(ids).stream()
                .filter(member -> member.displayName() != null)
                .collect(Collectors.toMap(MemberSnapshot::id, MemberSnapshot::displayName));
    }

    /** Departments by member, of those that are known and have one. */
    public Map<UUID, UUID> departments(Collection<UUID> ids) {
        return find(ids).stream()
                .filter(member -> member.departmentId() != null)
                .collect(Collectors.toMap(MemberSnapshot::id, MemberSnapshot::departmentId));
    }

    /** By member the levels of the skills that the member has; members that are not known are left out. */
    public Map<UUID, Map<UUID, Integer>> skills(Collection<UUID> ids) {
        return find(ids).stream().collect(Collectors.toMap(MemberSnapshot::id, MemberSnapshot::skills));
    }

    /** By member the capacity of a week in minutes; members that are not known are left out. */
    public Map<UUID, ToIntFunction<YearWeek>> capacities(Collection<UUID> ids) {
        return find(ids).stream()
                .collect(Collectors.toMap(MemberSnapshot::id, member -> member.availability()::capacityMinutes));
    }

    /** By member whether some day of a week is away; members that are not known are left out. */
    public Map<UUID, Predicate<YearWeek>> absences(Collection<UUID> ids) {
        return find(ids).stream()
                .collect(Collectors.toMap(MemberSnapshot::id, member -> member.availability()::isAway));
    }

    /**
     * By department how many of its members hold the skill at the level or above.
     *
     * @param day on which they have not left
     * @param without members who do not count
     */
    public Map<UUID, Integer> holders(UUID skillId, int minLevel, LocalDate day, Collection<UUID> without) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select m.department_id, cast(count(*) as integer) from member_snapshot m"
                                + " where m.department_id is not null and not m.id = any (:without)"
                                + " and coalesce(cast(m.availability ->> 'leftOn' as date), :day) >= :day"
                                + " and exists (select 1 from jsonb_array_elements(m.skills) s"
                                + " where s ->> 'skillId' = :skill and cast(s ->> 'level' as integer) >= :level)"
                                + " group by m.department_id",
                        Tuple.class)
                .setParameter("without", without.toArray(UUID[]::new))
                .setParameter("day", day)
                .setParameter("skill", skillId.toString())
                .setParameter("level", minLevel)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, Integer.class)));
    }

    private List<MemberSnapshot> find(Collection<UUID> ids) {
        return entityManager
                .createQuery("select m from MemberSnapshot m where m.id in :ids", MemberSnapshot.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
