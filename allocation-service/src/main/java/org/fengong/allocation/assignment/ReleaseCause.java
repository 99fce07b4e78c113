package org.fengong.allocation.assignment;

/** Why an assignment ended without being completed. */
public enum ReleaseCause {
    REPLANNED,
    MEMBER_LEFT,
    TASK_CANCELLED
}
