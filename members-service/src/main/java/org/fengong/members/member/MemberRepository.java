package org.fengong.members.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class MemberRepository implements PanacheRepositoryBase<Member, UUID> {
    private static final Set<String> SORTABLE = Set.of("key", "displayName");

    Member require(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new MemberNotFoundException(id));
    }

    /** Locks the row until the transaction ends: changes of one member come one after the other. */
    Member requireLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new MemberNotFoundException(id));
    }

    /** All who hold one of the skills, like it or want to learn it, locked in one order until the transaction ends. */
    List<Member> lockedConcernedBy(Collection<UUID> skillIds) {
        var named = skillIds.stream()
                .map(id -> "[{\"skillId\": \"%s\"}]".formatted(id))
                .toArray(String[]::new);
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "select m.id from member m where m.skills @> any (cast(:named as jsonb[]))"
                                + " or m.interests @> any (cast(:named as jsonb[]))"
                                + " or m.learning_wishes @> any (cast(:named as jsonb[])) order by m.id for no key update",
                        UUID.class)
                .setParameter("named", named)
                .getResultList();
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    /** All who have a working pattern with the calendar's holidays, locked in one order until the transaction ends. */
    List<Member> lockedLivingBy(UUID holidayCalendarId) {
        List<?> ids = getEntityManager()
                .createNativeQuery(
                        "select m.id from member m where m.working_patterns @> cast(:named as jsonb)"
                                + " order by m.id for no key update",
                        UUID.class)
                .setParameter("named", "[{\"holidayCalendarId\": \"%s\"}]".formatted(holidayCalendarId))
                .getResultList();
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    /** By name. */
    List<Member> named(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by displayName, id", ids);
    }

    Page<Member> list(
            String key, UUID departmentId, UUID teamId, Boolean active, String sort, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Member.class)
                .where("e.key = :key", "key", key)
                .where("e.departmentId = :department", "department", departmentId)
                .where("e.id in (select m.memberId from Membership m where m.teamId = :team)", "team", teamId)
                .where("e.active = :active", "active", active)
                .sort(sort, SORTABLE, "key")
                .page(cursor, limit);
    }

    /** Teams under that lead which the member is in or will be in; a membership that has ended gives no say. */
    List<UUID> ledTeamsOf(UUID memberId, UUID leadId, LocalDate today) {
        return getEntityManager()
                .createQuery(
                        "select t.id from Membership m join Team t on t.id = m.teamId"
                                + " where m.memberId = :member and t.leadId = :lead"
                                + " and (m.toDay is null or m.toDay >= :today)",
                        UUID.class)
                .setParameter("member", memberId)
                .setParameter("lead", leadId)
                .setParameter("today", today)
                .getResultList();
    }
}
