package org.fengong.allocation.assignment;

/** Why an assignment ended without being completed. */
public enum ReleaseCause {
    REPLANNED,
    /** The lead gave the role to somebody else. */
    OVERRIDDEN,
    MEMBER_LEFT,
    TASK_CANCELLED
}
