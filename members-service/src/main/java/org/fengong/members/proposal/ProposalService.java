package org.fengong.members.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.fengong.members.member.MemberAccess;
import org.fengong.members.member.Members;
import org.fengong.members.skill.Skills;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.security.Caller;

@ApplicationScoped
class ProposalService {
    private final EntityManager entityManager;
    private final MemberAccess access;
    private final Members members;
    private final Skills skills;
    private final Caller caller;
    private final Clock clock;

    ProposalService(
            EntityManager entityManager,
            MemberAccess access,
            Members members,
            Skills skills,
            Caller caller,
            Clock clock) {
        this.entityManager = entityManager;
        this.access = access;
        this.members = members;
        this.skills = skills;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    LevelProposalResponse propose(UUID memberId, ProposeLevelRequest request) {
        access.requireSelf(memberId);
        members.requireActive(memberId);
        Skills.requireCurrent(request.skillId(), skills.current(Set.of(request.skillId())), "skillId");
        var proposal = new LevelProposal(memberId, request, clock.instant());
        entityManager.persist(proposal);
        entityManager.flush(); // the unique index decides whether there is an open one
        return proposal.response();
    }

    Page<LevelProposal> list(UUID memberId, ProposalStatus status, String cursor, Integer limit) {
        access.requireReader(memberId);
        return Listing.of(entityManager, LevelProposal.class)
                .where("e.memberId = :member", "member", memberId)
                .where("e.status = :status", "status", status)
                .sort("-proposedAt", Set.of("proposedAt"), "proposedAt")
                .page(cursor, limit);
    }

    LevelProposalResponse find(UUID memberId, UUID id) {
        access.requireReader(memberId);
        return require(memberId, id).response();
    }

    @Transactional
    LevelProposalResponse confirm(UUID memberId, UUID id) {
        requireOtherLead(memberId);
        members.requireActive(memberId);
        // the skill before the proposal and the member: the order in which a merge locks
        var current = skills.current(Set.of(require(memberId, id).skillId()));
        var proposal = decide(memberId, id, ProposalStatus.CONFIRMED, null);
        members.hold(
                memberId,
                current.getOrDefault(proposal.skillId(), proposal.skillId()),
                proposal.level(),
                proposal.evidence());
        return proposal.response();
    }

    @Transactional
    LevelProposalResponse decline(UUID memberId, UUID id, String reason) {
        requireOtherLead(memberId);
        return decide(memberId, id, ProposalStatus.DECLINED, reason).response();
    }

    @Transactional
    LevelProposalResponse withdraw(UUID memberId, UUID id) {
        access.requireSelf(memberId);
        return decide(memberId, id, ProposalStatus.WITHDRAWN, null).response();
    }

    private LevelProposal decide(UUID memberId, UUID id, ProposalStatus decision, String reason) {
        var proposal = require(memberId, id);
        entityManager.refresh(proposal, LockModeType.PESSIMISTIC_WRITE);
        proposal.decide(decision, caller.actorName(), clock.instant(), reason);
        entityManager.flush(); // gives the version that is answered
        return proposal;
    }

    private LevelProposal require(UUID memberId, UUID id) {
        var proposal = entityManager.find(LevelProposal.class, id);
        if (proposal == null || !proposal.memberId().equals(memberId)) {
            throw new ProposalNotFoundException(id);
        }
        return proposal;
    }

    private void requireOtherLead(UUID memberId) {
        access.requireLead(memberId);
        if (access.isSelf(memberId)) {
            throw new ProblemException(
                    ProblemKind.FORBIDDEN,
                    "own-level-proposal",
                    "Nobody decides on an own proposal. Ask another lead or an administrator.");
        }
    }
}
