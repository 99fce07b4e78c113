package org.fengong.allocation.assignment;

/** Why an assignment ended without being completed. */
public enum ReleaseCause {
    REPLANNED,
    /** The lead gave the role to somebody else. */
    OVERRIDDEN,
    /** The member said no to the offer. */
    DECLINED,
    /** The member did not answer the offer in time. */
    EXPIRED,
    MEMBER_LEFT,
    TASK_CANCELLED
}
