package org.fengong.review.adjustment;

/** Where an adjustment stands. */
public enum AdjustmentStatus {
    PROPOSED,
    ACCEPTED,
    DECLINED
}
