package org.fengong.allocation.assignment;

/** Where an assignment stands. */
public enum AssignmentStatus {
    /** Put to the member; takes time already. */
    OFFERED,
    ACTIVE,
    COMPLETED,
    RELEASED
}
