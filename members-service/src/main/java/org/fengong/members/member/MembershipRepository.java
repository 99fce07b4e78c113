package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
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

    /** Of all who are in the team on a day from the first to the last. */
    Map<UUID, MembershipTerms> ofTeam(UUID teamId, LocalDate first, LocalDate last) {
        return entityManager
                .createQuery(
                        "select m from Membership m where m.teamId = :team and m.fromDay <= :last"
                                + " and (m.toDay is null or m.toDay >= :first)",
                        Membership.class)
                .setParameter("team", teamId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream()
                .collect(Collectors.toMap(Membership::memberId, Membership::terms));
    }
}
