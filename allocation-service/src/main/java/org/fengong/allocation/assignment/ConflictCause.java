package org.fengong.allocation.assignment;

/** What keeps a member from an assignment as it stands. */
public enum ConflictCause {
    ABSENCE,
    /** Fewer working minutes, a lower availability or a smaller share for the team. */
    CAPACITY_LOST,
    /** The member no longer holds a mandatory skill of the role at its level. */
    LEVEL_LOST,
    /** The membership in the team ends. */
    LEFT_TEAM,
    /** The member leaves the company. */
    DEPARTURE;

    /** True when the role needs another member, not only other weeks. */
    public boolean needsSomebodyElse() {
        return this == LEVEL_LOST || this == LEFT_TEAM || this == DEPARTURE;
    }
}
