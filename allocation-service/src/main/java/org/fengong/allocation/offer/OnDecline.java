package org.fengong.allocation.offer;

/** What becomes of a role whose offer was declined or expired. */
enum OnDecline {
    /** A draft gives it to somebody else and changes nothing more. */
    REPLAN,
    /** It waits for the lead. */
    LEAD
}
