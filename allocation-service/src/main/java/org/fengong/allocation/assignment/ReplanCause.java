package org.fengong.allocation.assignment;

/** What makes a team's division of labour worth another look. */
public enum ReplanCause {
    ABSENCE,
    CAPACITY_LOST,
    LEVEL_LOST,
    LEFT_TEAM,
    DEPARTURE,
    /** A member has left: the assignments are released already. */
    MEMBER_LEFT,
    /** Somebody has more time than before: roles that nobody has may find somebody. */
    TIME_FREED;

    static ReplanCause of(ConflictCause cause) {
        return valueOf(cause.name());
    }
}
