package org.fengong.members.team;

/** How an assignment comes into force. */
enum Agreement {
    /** Publishing a plan is enough. */
    LEAD,
    /** The member is asked. */
    OFFER
}
