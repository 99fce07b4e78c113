package org.fengong.review.review;

/** Where a review stands. */
public enum ReviewStatus {
    /** Some proposed adjustment waits for a decision. */
    OPEN,
    /** All is decided, or nothing was proposed. */
    COMPLETED
}
