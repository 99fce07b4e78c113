package org.fengong.tasks.task;

/** Where a task stands. */
public enum TaskStatus {
    /** Being written; nobody plans it. */
    DRAFT,
    /** Waits for somebody. */
    OPEN,
    /** Every role that is not completed has an active assignment. */
    ASSIGNED,
    /** Work has been logged. */
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** True when the task asks for people's time. */
    public boolean asksForTime() {
        return this == OPEN || this == ASSIGNED || this == IN_PROGRESS;
    }

    boolean isClosed() {
        return this == COMPLETED || this == CANCELLED;
    }
}
