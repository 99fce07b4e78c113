package org.fengong.members.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** What other features may do to proposals. */
@ApplicationScoped
public class LevelProposals {
    private final EntityManager entityManager;

    LevelProposals(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Of one member, the latest first. */
    public List<LevelProposalResponse> of(UUID memberId) {
        return entityManager
                .createQuery(
                        "select p from LevelProposal p where p.memberId = :member order by p.proposedAt desc, p.id",
                        LevelProposal.class)
                .setParameter("member", memberId)
                .getResultStream()
                .map(LevelProposal::response)
                .toList();
    }

    public void erase(UUID memberId) {
        entityManager
                .createQuery("delete from LevelProposal p where p.memberId = :member")
                .setParameter("member", memberId)
                .executeUpdate();
    }

    /** Proposals for a merged skill are for the one that stays; where there is an open one already, that one goes on. */
    public void mergeSkill(UUID duplicate, UUID kept) {
        entityManager
                .createNativeQuery("update level_proposal p set status = 'WITHDRAWN', version = p.version + 1"
                        + " from level_proposal other where p.skill_id = :duplicate and p.status = 'PROPOSED'"
                        + " and other.member_id = p.member_id and other.skill_id = :kept and other.status = 'PROPOSED'")
                .setParameter("duplicate", duplicate)
                .setParameter("kept", kept)
                .executeUpdate();
        entityManager
                .createNativeQuery("update level_proposal set skill_id = :kept, version = version + 1"
                        + " where skill_id = :duplicate")
                .setParameter("duplicate", duplicate)
                .setParameter("kept", kept)
                .executeUpdate();
    }
}
