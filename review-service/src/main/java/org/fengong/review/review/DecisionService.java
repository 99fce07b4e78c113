package org.fengong.review.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.security.Caller;
import org.fengong.review.ReviewTopics;
import org.fengong.review.adjustment.Adjustment;
import org.fengong.review.adjustment.AdjustmentNotFoundException;
import org.fengong.review.adjustment.AdjustmentResponse;
import org.fengong.review.adjustment.AdjustmentState;
import org.fengong.review.adjustment.AdjustmentStatus;
import org.fengong.review.adjustment.Move;
import org.fengong.review.adjustment.Replan;
import org.fengong.review.allocation.AllocationClient;
import org.fengong.review.allocation.PinnedRole;
import org.fengong.review.organisation.TeamAccess;

/** Decides on adjustments, each once. */
@ApplicationScoped
class DecisionService {
    /** @param earlier the answer to the same request before; null when this is the first */
    private record Request(UUID leadId, UUID teamId, Replan replan, Move move, AdjustmentResponse earlier) {}

    /** @param replayed whether the same request was answered before */
    record Decision(AdjustmentResponse adjustment, boolean replayed) {}

    private final ReviewRepository reviews;
    private final TeamAccess access;
    private final AllocationClient allocation;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    DecisionService(
            ReviewRepository reviews,
            TeamAccess access,
            AllocationClient allocation,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.reviews = reviews;
        this.access = access;
        this.allocation = allocation;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Asks for the plan between two transactions, so that none waits for another service. The adjustment's id is the key
     * of that request and the team's lead its actor: whoever repeats it after a crash, or at the same moment, is told
     * the same plan, and the second transaction lets only one of them decide.
     *
     * @param idempotencyKey of the caller's request, null when it has none
     */
    Decision accept(UUID reviewId, UUID adjustmentId, String idempotencyKey) {
        var key = idempotencyKey == null ? null : caller.subject() + "\n" + idempotencyKey;
        var request = QuarkusTransaction.requiringNew().call(() -> requestOf(requireLed(reviewId, adjustmentId), key));
        if (request.earlier() != null) {
            return new Decision(request.earlier(), true);
        }
        var planId = planOf(adjustmentId, request);
        return QuarkusTransaction.requiringNew().call(() -> acceptOnce(reviewId, adjustmentId, planId, key));
    }

    /** Null where the decision itself is all that is asked for. */
    private UUID planOf(UUID adjustmentId, Request request) {
        if (!request.replan().asksForPlan()) {
            return null;
        }
        var move = request.move();
        return allocation.startPlan(
                adjustmentId,
                request.leadId(),
                request.teamId(),
                request.replan().weeks(),
                request.replan().policy(),
                move == null ? List.of() : List.of(new PinnedRole(move.roleId(), move.toMemberId(), move.startWeek())));
    }

    @Transactional
    AdjustmentResponse decline(UUID reviewId, UUID adjustmentId, String reason) {
        var review = requireLocked(reviewId, adjustmentId);
        var adjustment = requireLed(reviewId, adjustmentId);
        adjustment.decline(reason, caller.actorName(), clock.instant());
        return announced(review, adjustment);
    }

    private Request requestOf(Adjustment adjustment, String key) {
        if (adjustment.wasAcceptedBy(key)) {
            return new Request(null, null, null, null, AdjustmentResponse.of(adjustment));
        }
        adjustment.requireProposed();
        var team = access.requireLed(adjustment.teamId());
        if (team.leadId() == null && adjustment.replan().asksForPlan()) {
            throw new TeamWithoutLeadException(team);
        }
        return new Request(team.leadId(), team.id(), adjustment.replan(), adjustment.move(), null);
    }

    /** A repetition that overtook its first try finds what that one decided. */
    private Decision acceptOnce(UUID reviewId, UUID adjustmentId, UUID planId, String key) {
        var review = requireLocked(reviewId, adjustmentId);
        var adjustment = requireLed(reviewId, adjustmentId);
        if (adjustment.wasAcceptedBy(key)) {
            return new Decision(AdjustmentResponse.of(adjustment), true);
        }
        adjustment.accept(planId, key, caller.actorName(), clock.instant());
        return new Decision(announced(review, adjustment), false);
    }

    /** Locked, so that decisions of one review follow each other. */
    private Review requireLocked(UUID reviewId, UUID adjustmentId) {
        return reviews.findLocked(reviewId).orElseThrow(() -> new AdjustmentNotFoundException(reviewId, adjustmentId));
    }

    /** The last decision completes the review. */
    private AdjustmentResponse announced(Review review, Adjustment adjustment) {
        reviews.flush(); // gives the version that the event carries
        outbox.append(ReviewTopics.REVIEW, review.id(), AdjustmentState.DECIDED, AdjustmentState.of(adjustment));
        var all = reviews.adjustments(List.of(review.id()));
        if (all.stream().noneMatch(a -> a.status() == AdjustmentStatus.PROPOSED)) {
            review.complete(clock.instant());
            reviews.flush();
            outbox.append(ReviewTopics.REVIEW, review.id(), ReviewState.COMPLETED, ReviewState.of(review, all));
        }
        return AdjustmentResponse.of(adjustment);
    }

    private Adjustment requireLed(UUID reviewId, UUID adjustmentId) {
        var adjustment = reviews.adjustments(List.of(reviewId)).stream()
                .filter(a -> a.id().equals(adjustmentId) && access.mayRead(a.teamId()))
                .findFirst()
                .orElseThrow(() -> new AdjustmentNotFoundException(reviewId, adjustmentId));
        access.requireLed(adjustment.teamId());
        return adjustment;
    }
}
