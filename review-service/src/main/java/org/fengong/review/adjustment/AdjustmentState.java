package org.fengong.review.adjustment;

import java.util.List;
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
        UUID taskId,
        String actor,
        String reason,
        MovedRole move,
        WishedSkill training,
        List<NewEstimate> estimates,
        SplitRole split,
        AskedDepartment collaboration) {
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

    /** A role that its task's owner is to split. */
    record SplitRole(UUID taskId, UUID roleId, UUID memberId) {
        static SplitRole of(Split split) {
            return split == null ? null : new SplitRole(split.taskId(), split.roleId(), split.memberId());
        }
    }

    /** A role that another department is to do. */
    record AskedDepartment(UUID taskId, UUID roleId, UUID departmentId) {
        static AskedDepartment of(Collaboration collaboration) {
            return collaboration == null
                    ? null
                    : new AskedDepartment(collaboration.taskId(), collaboration.roleId(), collaboration.departmentId());
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
                adjustment.taskId(),
                adjustment.decidedBy(),
                adjustment.reason(),
                MovedRole.of(adjustment.move()),
                WishedSkill.of(adjustment.training()),
                adjustment.estimates(),
                SplitRole.of(adjustment.split()),
                AskedDepartment.of(adjustment.collaboration()));
    }
}
