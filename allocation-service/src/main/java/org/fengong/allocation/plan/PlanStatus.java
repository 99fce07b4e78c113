package org.fengong.allocation.plan;

/** Where a plan stands. */
public enum PlanStatus {
    SOLVING,
    DRAFT,
    PUBLISHED,
    SUPERSEDED,
    FAILED,
    CANCELLED
}
