package org.fengong.members.member;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
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

    /** True when the member is in a team that the other one leads. */
    boolean isLedBy(UUID memberId, UUID leadId) {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select 1 from membership m join team t on t.id = m.team_id"
                                + " where m.member_id = :member and t.lead_id = :lead)",
                        Boolean.class)
                .setParameter("member", memberId)
                .setParameter("lead", leadId)
                .getSingleResult();
    }
}
