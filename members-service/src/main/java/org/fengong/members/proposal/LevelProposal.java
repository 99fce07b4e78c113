package org.fengong.members.proposal;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A level that a member claims. */
@Entity
class LevelProposal {
    @Id
    private UUID id;

    private UUID memberId;
    private UUID skillId;
    private int level;
    private String evidence;

    @Enumerated(EnumType.STRING)
    private ProposalStatus status = ProposalStatus.PROPOSED;

    private Instant proposedAt;
    private String decidedBy;
    private Instant decidedAt;
    private String reason;

    @Version
    private long version = 1;

    protected LevelProposal() {}

    LevelProposal(UUID memberId, ProposeLevelRequest request, Instant proposedAt) {
        this.id = Generators.timeBasedEpochGenerator().generate();
        this.memberId = memberId;
        this.skillId = request.skillId();
        this.level = request.level();
        this.evidence = request.evidence();
        this.proposedAt = proposedAt;
    }

    /** @throws ProposalDecidedException when it was decided before */
    void decide(ProposalStatus decision, String actor, Instant now, String why) {
        if (status != ProposalStatus.PROPOSED) {
            throw new ProposalDecidedException(id, status);
        }
        status = decision;
        decidedBy = actor;
        decidedAt = now;
        reason = why;
    }

    UUID id() {
        return id;
    }

    UUID memberId() {
        return memberId;
    }

    UUID skillId() {
        return skillId;
    }

    int level() {
        return level;
    }

    String evidence() {
        return evidence;
    }

    LevelProposalResponse response() {
        return new LevelProposalResponse(
                id, memberId, skillId, level, evidence, status, proposedAt, decidedBy, decidedAt, reason, version);
    }
}
