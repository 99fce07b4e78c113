package org.fengong.review.urgent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fengong.platform.security.Caller;
import org.fengong.review.allocation.AllocationClient;
import org.fengong.review.organisation.TeamAccess;
import org.fengong.review.organisation.TeamWithoutLeadException;

/** Decides on the plans that would answer urgent findings, each once. */
@ApplicationScoped
class UrgentDecisions {
    /** @param replayed whether the same request was answered before */
    record Decision(UrgentFindingsResponse.Item finding, boolean replayed) {}

    /** @param earlier the answer to the same request before; null when this is the first */
    private record Request(UUID leadId, UrgentProposal proposal, UrgentFindingsResponse.Item earlier) {}

    private final EntityManager entityManager;
    private final TeamAccess access;
    private final AllocationClient allocation;
    private final Caller caller;
    private final Clock clock;

    UrgentDecisions(
            EntityManager entityManager, TeamAccess access, AllocationClient allocation, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.access = access;
        this.allocation = allocation;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Asks for the plan between two transactions; the finding's id is the key of that request, so that whoever repeats it
     * is told the same plan, and the second transaction lets only one decide.
     *
     * @param idempotencyKey of the caller's request, null when it has none
     */
    Decision accept(UUID teamId, UUID id, String idempotencyKey) {
        var key = idempotencyKey == null ? null : caller.subject() + "\n" + idempotencyKey;
        var request = QuarkusTransaction.requiringNew().call(() -> requestOf(teamId, id, key));
        if (request.earlier() != null) {
            return new Decision(request.earlier(), true);
        }
        var planId = allocation.startPlan(
                id,
                request.leadId(),
                teamId,
                request.proposal().weeks(),
                request.proposal().policy(),
                List.of());
        return QuarkusTransaction.requiringNew().call(() -> acceptOnce(teamId, id, planId, key));
    }

    @Transactional
    UrgentFindingsResponse.Item decline(UUID teamId, UUID id, String reason) {
        access.requireLed(teamId);
        var finding = requireLocked(teamId, id);
        finding.requireStanding();
        finding.decline(reason, caller.actorName(), clock.instant());
        return UrgentFindingsResponse.Item.of(finding);
    }

    private Request requestOf(UUID teamId, UUID id, String key) {
        var team = access.requireLed(teamId);
        var finding = requireLocked(teamId, id);
        if (finding.wasAcceptedBy(key)) {
            return new Request(null, null, UrgentFindingsResponse.Item.of(finding));
        }
        finding.requireProposed();
        finding.requireStanding();
        if (team.leadId() == null) {
            throw new TeamWithoutLeadException(team);
        }
        return new Request(team.leadId(), finding.proposal(), null);
    }

    /** Also of a finding that was resolved while the plan was asked for: the plan is there. */
    private Decision acceptOnce(UUID teamId, UUID id, UUID planId, String key) {
        access.requireLed(teamId);
        var finding = requireLocked(teamId, id);
        if (finding.wasAcceptedBy(key)) {
            return new Decision(UrgentFindingsResponse.Item.of(finding), true);
        }
        finding.accept(planId, key, caller.actorName(), clock.instant());
        return new Decision(UrgentFindingsResponse.Item.of(finding), false);
    }

    private UrgentFinding requireLocked(UUID teamId, UUID id) {
        return Optional.ofNullable(entityManager.find(UrgentFinding.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(finding -> finding.teamId().equals(teamId))
                .orElseThrow(() -> new UrgentFindingNotFoundException(id));
    }
}
