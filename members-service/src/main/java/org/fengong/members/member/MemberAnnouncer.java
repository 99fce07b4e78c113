package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.fengong.members.MembersTopics;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.security.Caller;

/** Tells the other services of a member. */
@ApplicationScoped
class MemberAnnouncer {
    private final EntityManager entityManager;
    private final Outbox outbox;
    private final Caller caller;

    MemberAnnouncer(EntityManager entityManager, Outbox outbox, Caller caller) {
        this.entityManager = entityManager;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** @param type one of the types of {@link MemberState} */
    Member tell(String type, Member member) {
        entityManager.flush(); // gives the version that the event carries
        outbox.append(
                MembersTopics.MEMBER,
                member.id(),
                type,
                MemberState.of(member, membershipsOf(member.id()), caller.actorName()));
        return member;
    }

    /** A membership is not a column of the member, so its version has to be raised by hand. */
    void membershipChanged(Member member) {
        entityManager.lock(member, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        tell(MemberState.CHANGED, member);
    }

    private List<Memberships.TeamOfMember> membershipsOf(UUID memberId) {
        return entityManager
                .createQuery(
                        "select m from Membership m where m.memberId = :member order by m.teamId", Membership.class)
                .setParameter("member", memberId)
                .getResultStream()
                .map(m -> new Memberships.TeamOfMember(
                        m.teamId(),
                        m.terms().sharePercent(),
                        m.terms().from(),
                        m.terms().to()))
                .toList();
    }
}
