package org.fengong.review.adjustment;

import java.util.UUID;

/** An adjustment as it is now. */
public record AdjustmentState(
        UUID reviewId,
        UUID adjustmentId,
        long version,
        UUID teamId,
        AdjustmentKind kind,
        AdjustmentStatus status,
        UUID planId,
        String actor,
        String reason,
        MovedRole move,
        WishedSkill training) {
    public static final String PROPOSED = "fengong.review.adjustment-proposed.v1";
    public static final String DECIDED = "fengong.review.adjustment-decided.v1";

    /** A role that would go from one member to another. */
    record MovedRole(UUID taskId, UUID roleId, UUID fromMemberId, UUID toMemberId) {
        static MovedRole of(Move move) {
            return move == null
                    ? null
                    : new MovedRole(move.taskId(), move.roleId(), move.fromMemberId(), move.toMemberId());
        }
    }

    /** A skill that a member should learn up to a level. */
    record WishedSkill(UUID memberId, UUID skillId, int level) {
        static WishedSkill of(Training training) {
            return training == null
                    ? null
                    : new WishedSkill(training.memberId(), training.skillId(), training.minLevel());
        }
    }

    public static AdjustmentState of(Adjustment adjustment) {
        return new AdjustmentState(
                adjustment.reviewId(),
                adjustment.id(),
                adjustment.version(),
                adjustment.teamId(),
                adjustment.kind(),
                adjustment.status(),
                adjustment.planId(),
                adjustment.decidedBy(),
                adjustment.reason(),
                MovedRole.of(adjustment.move()),
                WishedSkill.of(adjustment.training()));
    }
}
