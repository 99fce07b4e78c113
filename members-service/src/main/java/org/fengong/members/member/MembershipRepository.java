package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads memberships. */
@ApplicationScoped
class MembershipRepository {
    private final EntityManager entityManager;

    MembershipRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    Map<UUID, List<Memberships.TeamOfMember>> byMember(Collection<UUID> memberIds) {
        return of(memberIds).stream()
                .collect(Collectors.groupingBy(
                        Membership::memberId,
                        Collectors.mapping(
                                m -> new Memberships.TeamOfMember(
                                        m.teamId(),
                                        m.terms().sharePercent(),
                                        m.terms().from(),
                                        m.terms().to()),
                                Collectors.toList())));
    }

    List<Membership> of(Collection<UUID> memberIds) {
        return entityManager
                .createQuery(
                        "select m from Membership m where m.memberId in :members order by m.teamId", Membership.class)
                .setParameter("members", memberIds)
                .getResultList();
    }
}
