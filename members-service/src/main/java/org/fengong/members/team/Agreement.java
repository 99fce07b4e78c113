package org.fengong.members.team;

/** How an assignment comes into force. */
public enum Agreement {
    /** Publishing a plan is enough. */
    LEAD,
    /** The member is asked. */
    OFFER
}
