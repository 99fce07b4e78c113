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
import org.fengong.review.adjustment.AdjustmentKind;
import org.fengong.review.adjustment.AdjustmentNotFoundException;
import org.fengong.review.adjustment.AdjustmentResponse;
import org.fengong.review.adjustment.AdjustmentState;
import org.fengong.review.adjustment.AdjustmentStatus;
import org.fengong.review.allocation.AllocationClient;
import org.fengong.review.allocation.PinnedRole;
import org.fengong.review.organisation.Team;
import org.fengong.review.organisation.TeamAccess;
import org.fengong.review.organisation.TeamWithoutLeadException;
import org.fengong.review.tasks.RoleChange;
import org.fengong.review.tasks.TasksClient;

/** Decides on adjustments, each once. */
@ApplicationScoped
class DecisionService {
    /** What the owner of a task needs to split it. */
    private static final int MINUTES_TO_SPLIT = 30;

    /** @param earlier the answer to the same request before; null when this is the first */
    private record Request(Team team, Adjustment adjustment, AdjustmentResponse earlier) {}

    /** What was made of it; null what its kind does not ask for. */
    private record Made(UUID planId, UUID taskId) {
        static final Made NOTHING = new Made(null, null);
    }

    /** @param replayed whether the same request was answered before */
    record Decision(AdjustmentResponse adjustment, boolean replayed) {}

    private final ReviewRepository reviews;
    private final TeamAccess access;
    private final AllocationClient allocation;
    private final TasksClient tasks;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    DecisionService(
            ReviewRepository reviews,
            TeamAccess access,
            AllocationClient allocation,
            TasksClient tasks,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.reviews = reviews;
        this.access = access;
        this.allocation = allocation;
        this.tasks = tasks;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Asks for the plan, or for the change of tasks, between two transactions, so that none waits for another service. The
     * adjustment's id is the key of that request and the team's lead its actor: whoever repeats it after a crash, or at
     * the same moment, is told the same plan or task, and the second transaction lets only one of them decide.
     *
     * @param idempotencyKey of the caller's request, null when it has none
     */
    Decision accept(UUID reviewId, UUID adjustmentId, String idempotencyKey) {
        var key = idempotencyKey == null ? null : caller.subject() + "\n" + idempotencyKey;
        var request = QuarkusTransaction.requiringNew().call(() -> requestOf(requireLed(reviewId, adjustmentId), key));
        if (request.earlier() != null) {
            return new Decision(request.earlier(), true);
        }
        var made = carryOut(request.adjustment(), request.team());
        return QuarkusTransaction.requiringNew().call(() -> acceptOnce(reviewId, adjustmentId, made, key));
    }

    private Made carryOut(Adjustment adjustment, Team team) {
        return switch (adjustment.kind()) {
            case REPLAN -> new Made(plan(adjustment, team, List.of()), null);
            case MOVE -> {
                var move = adjustment.move();
                yield new Made(
                        plan(
                                adjustment,
                                team,
                                List.of(new PinnedRole(move.roleId(), move.toMemberId(), move.startWeek()))),
                        null);
            }
            case TRAIN -> Made.NOTHING; // the decision itself is the record
            case ESTIMATE -> {
                tasks.change(
                        team.leadId(),
                        adjustment.estimates().stream()
                                .map(one -> new RoleChange.Effort(
                                        one.taskId(), one.roleId(), one.minutes(), one.newMinutes()))
                                .toList());
                yield Made.NOTHING;
            }
            case COLLABORATOR -> {
                var asked = adjustment.collaboration();
                tasks.change(
                        team.leadId(),
                        List.of(new RoleChange.Department(asked.taskId(), asked.roleId(), asked.departmentId())));
                yield Made.NOTHING;
            }
            case SPLIT -> new Made(null, taskToSplit(adjustment, team));
        };
    }

    private UUID plan(Adjustment adjustment, Team team, List<PinnedRole> pins) {
        var replan = adjustment.replan();
        return allocation.startPlan(adjustment.id(), team.leadId(), team.id(), replan.weeks(), replan.policy(), pins);
    }

    private UUID taskToSplit(Adjustment adjustment, Team team) {
        var split = adjustment.split();
        return tasks.askToSplit(
                adjustment.id(),
                team.leadId(),
                team.id(),
                split.taskId(),
                "The role %s takes %d minutes, too much for who has it. Split it so that somebody else can do %d of them."
                        .formatted(split.roleId(), split.minutes(), split.partMinutes()),
                MINUTES_TO_SPLIT,
                split.decideBy());
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
            return new Request(null, null, AdjustmentResponse.of(adjustment));
        }
        adjustment.requireProposed();
        var team = access.requireLed(adjustment.teamId());
        if (team.leadId() == null && adjustment.kind() != AdjustmentKind.TRAIN) {
            throw new TeamWithoutLeadException(team);
        }
        return new Request(team, adjustment, null);
    }

    /** A repetition that overtook its first try finds what that one decided. */
    private Decision acceptOnce(UUID reviewId, UUID adjustmentId, Made made, String key) {
        var review = requireLocked(reviewId, adjustmentId);
        var adjustment = requireLed(reviewId, adjustmentId);
        if (adjustment.wasAcceptedBy(key)) {
            return new Decision(AdjustmentResponse.of(adjustment), true);
        }
        adjustment.accept(made.planId(), made.taskId(), key, caller.actorName(), clock.instant());
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
