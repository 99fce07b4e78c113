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
    /** A member said no to an offer. */
    OFFER_DECLINED,
    /** A member did not answer an offer in time. */
    OFFER_EXPIRED,
    /** Somebody has more time than before: roles that nobody has may find somebody. */
    TIME_FREED,
    /** Somebody holds a skill at a higher level than before. */
    LEVEL_GAINED,
    /** Somebody is new in the team. */
    MEMBER_JOINED;

    /** Nothing is hit: only roles that nobody has may find somebody, the member it is about. */
    public boolean isGain() {
        return this == TIME_FREED || this == LEVEL_GAINED || this == MEMBER_JOINED;
    }

    static ReplanCause of(ConflictCause cause) {
        return valueOf(cause.name());
    }
}
