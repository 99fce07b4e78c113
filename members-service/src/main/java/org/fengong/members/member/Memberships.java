package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.problem.RuleViolatedException;

/**
 * Who is in which team. Whoever changes a membership locks the team first and the member second, and tells of both.
 */
@ApplicationScoped
public class Memberships {
    /** One membership, seen from the team. */
    public record TeamMember(
            UUID memberId,
            int sharePercent,
            LocalDate from,
            @Schema(nullable = true) LocalDate to) {}

    /** One membership, seen from the member. */
    public record TeamOfMember(
            UUID teamId,
            int sharePercent,
            LocalDate from,
            @Schema(nullable = true) LocalDate to) {}

    private final EntityManager entityManager;
    private final MembershipRepository repository;
    private final MemberRepository members;
    private final MemberAnnouncer announcer;

    Memberships(
            EntityManager entityManager,
            MembershipRepository repository,
            MemberRepository members,
            MemberAnnouncer announcer) {
        this.entityManager = entityManager;
        this.repository = repository;
        this.members = members;
        this.announcer = announcer;
    }

    /**
     * Puts a member into a team, or changes how.
     *
     * @param reason null when nobody said why
     * @throws MemberNotFoundException when there is no such member
     * @throws MemberAlreadyLeftException when the member has left the company
     * @throws RuleViolatedException when it ends before it starts, or the member's shares pass 100 % on a day
     */
    public void put(UUID teamId, UUID memberId, MembershipTerms terms, String actor, String reason) {
        if (terms.to() != null && terms.to().isBefore(terms.from())) {
            throw new RuleViolatedException(
                    "membership-ends-before-it-starts",
                    "to",
                    "The membership ends on %s, before it starts on %s.".formatted(terms.to(), terms.from()));
        }
        var member = members.requireLocked(memberId);
        if (!member.active()) {
            throw new MemberAlreadyLeftException(member);
        }
        requireShareLeft(teamId, memberId, terms);
        var key = new Membership.Key(teamId, memberId);
        var membership = entityManager.find(Membership.class, key);
        if (membership == null) {
            membership = new Membership(teamId, memberId);
            membership.change(terms);
            entityManager.persist(membership);
        } else {
            membership.change(terms);
        }
        announcer.membershipChanged(member, actor, reason);
    }

    /** How the member is in the team; empty when never. */
    public Optional<MembershipTerms> terms(UUID teamId, UUID memberId) {
        return Optional.ofNullable(entityManager.find(Membership.class, new Membership.Key(teamId, memberId)))
                .map(Membership::terms);
    }

    /** False when the member is not in the team. */
    public boolean remove(UUID teamId, UUID memberId, String actor) {
        var member = members.requireLocked(memberId);
        var membership = entityManager.find(Membership.class, new Membership.Key(teamId, memberId));
        if (membership == null) {
            return false;
        }
        entityManager.remove(membership);
        announcer.membershipChanged(member, actor, null);
        return true;
    }

    public List<TeamMember> of(UUID teamId) {
        return entityManager
                .createQuery("select m from Membership m where m.teamId = :team order by m.memberId", Membership.class)
                .setParameter("team", teamId)
                .getResultStream()
                .map(m -> new TeamMember(
                        m.memberId(),
                        m.terms().sharePercent(),
                        m.terms().from(),
                        m.terms().to()))
                .toList();
    }

    /** The members who are in the team on that day. */
    Set<UUID> on(UUID teamId, LocalDate day) {
        return repository.ofTeam(teamId, day, day).keySet();
    }

    /** Teams that the member is in, in the order in which they are to be locked. */
    public List<UUID> teamsOf(UUID memberId) {
        return entityManager
                .createQuery(
                        "select m.teamId from Membership m where m.memberId = :member order by m.teamId", UUID.class)
                .setParameter("member", memberId)
                .getResultList();
    }

    /** Ends all memberships of a member who leaves. */
    void endAll(UUID memberId, LocalDate lastDay) {
        for (var membership : repository.of(List.of(memberId))) {
            if (!membership.endBy(lastDay)) {
                entityManager.remove(membership);
            }
        }
    }

    void erase(UUID memberId) {
        entityManager
                .createQuery("delete from Membership m where m.memberId = :member")
                .setParameter("member", memberId)
                .executeUpdate();
    }

    Map<UUID, List<TeamOfMember>> byMember(Collection<UUID> memberIds) {
        return repository.byMember(memberIds);
    }

    /** The sum of shares only rises on a day on which a membership starts: those days decide. */
    private void requireShareLeft(UUID teamId, UUID memberId, MembershipTerms terms) {
        var others = repository.of(List.of(memberId)).stream()
                .filter(m -> !m.teamId().equals(teamId))
                .map(Membership::terms)
                .toList();
        var days = new TreeSet<LocalDate>();
        days.add(terms.from());
        others.forEach(other -> days.add(other.from()));
        for (var day : days) {
            if (terms.sharePercentOn(day) == 0) {
                continue;
            }
            var sum = terms.sharePercent()
                    + others.stream()
                            .mapToInt(other -> other.sharePercentOn(day))
                            .sum();
            if (sum > 100) {
                throw new RuleViolatedException(
                        "share-over-100-percent",
                        "sharePercent",
                        "On %s the member's teams would share %d %% of the capacity. Lower this share or another one."
                                .formatted(day, sum));
            }
        }
    }
}
