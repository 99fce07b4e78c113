package org.fengong.review.adjustment;

/** Whether it is known what a change would do. */
public enum ForecastStatus {
    COMPUTED,
    /** allocation-service finds no plan with it, or does not know the role or a member any more. */
    IMPOSSIBLE
}
