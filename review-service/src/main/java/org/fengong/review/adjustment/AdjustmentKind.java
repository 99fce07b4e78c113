package org.fengong.review.adjustment;

/** What accepting an adjustment does. */
public enum AdjustmentKind {
    /** Asks allocation-service for the draft of a new plan under a changed policy. */
    REPLAN,
    /** Asks allocation-service for the draft of a new plan in which a role goes to another member. */
    MOVE,
    /** Records that a member is to learn a skill. */
    TRAIN
}
