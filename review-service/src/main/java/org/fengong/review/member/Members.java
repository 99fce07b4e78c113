package org.fengong.review.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

    private List<MemberSnapshot> find(Collection<UUID> ids) {
        return entityManager
                .createQuery("select m from MemberSnapshot m where m.id in :ids", MemberSnapshot.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
