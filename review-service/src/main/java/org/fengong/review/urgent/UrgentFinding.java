package org.fengong.review.urgent;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.review.adjustment.AdjustmentStatus;
import org.fengong.review.allocation.ReplanPolicy;
import org.fengong.review.finding.Evidence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that cannot wait, from when it was found until it is no longer so. */
@Entity
class UrgentFinding {
    @Id
    private UUID id;

    private UUID teamId;

    @Enumerated(EnumType.STRING)
    private UrgentKind kind;

    private String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Evidence> evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    private ReplanPolicy policy;

    private int weeks;

    @Enumerated(EnumType.STRING)
    private AdjustmentStatus decision;

    private UUID planId;
    private String acceptKey;
    private String decidedBy;
    private Instant decidedAt;
    private String reason;
    private Instant since;
    private Instant resolvedAt;

    protected UrgentFinding() {}

    static UrgentFinding open(UUID teamId, Urgent urgent, int weeks, Instant now) {
        var finding = new UrgentFinding();
        finding.id = Generators.timeBasedEpochGenerator().generate();
        finding.teamId = teamId;
        finding.kind = urgent.kind();
        finding.subject = urgent.subject();
        finding.evidence = List.copyOf(urgent.evidence());
        finding.policy = urgent.policy();
        finding.weeks = weeks;
        finding.decision = AdjustmentStatus.PROPOSED;
        finding.since = now;
        return finding;
    }

    void resolve(Instant now) {
        resolvedAt = now;
    }

    /**
     * @param key of the request, null when it had none; a repetition of it gets this answer again
     * @throws UrgentFindingDecidedException when it is decided
     */
    void accept(UUID plan, String key, String actor, Instant now) {
        requireProposed();
        planId = plan;
        acceptKey = key;
        decide(AdjustmentStatus.ACCEPTED, actor, now);
    }

    /** @throws UrgentFindingDecidedException when it is decided */
    void decline(String why, String actor, Instant now) {
        requireProposed();
        reason = why;
        decide(AdjustmentStatus.DECLINED, actor, now);
    }

    private void decide(AdjustmentStatus how, String actor, Instant now) {
        decision = how;
        decidedBy = actor;
        decidedAt = now;
    }

    /** @throws UrgentFindingDecidedException when it is decided */
    void requireProposed() {
        if (decision != AdjustmentStatus.PROPOSED) {
            throw new UrgentFindingDecidedException(this);
        }
    }

    /** @throws UrgentFindingResolvedException when it is no longer so */
    void requireStanding() {
        if (resolvedAt != null) {
            throw new UrgentFindingResolvedException(id);
        }
    }

    /** True when the request with this key is the one that accepted it. */
    boolean wasAcceptedBy(String key) {
        return decision == AdjustmentStatus.ACCEPTED && key != null && key.equals(acceptKey);
    }

    boolean isOf(Urgent urgent) {
        return kind == urgent.kind() && subject.equals(urgent.subject());
    }

    UUID id() {
        return id;
    }

    UUID teamId() {
        return teamId;
    }

    UrgentKind kind() {
        return kind;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    UrgentProposal proposal() {
        return new UrgentProposal(weeks, policy, decision, planId, decidedBy, decidedAt, reason);
    }

    Instant since() {
        return since;
    }
}
