package org.fengong.review.adjustment;

/** What accepting an adjustment does. */
public enum AdjustmentKind {
    /** Asks allocation-service for the draft of a new plan under a changed policy. */
    REPLAN
}
