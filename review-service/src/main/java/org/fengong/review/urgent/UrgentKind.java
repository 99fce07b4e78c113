package org.fengong.review.urgent;

/** What cannot wait for the next review. */
public enum UrgentKind {
    /** More stands in a week to come than the member can give. */
    OVERLOAD,
    /** The same of a week in which the member is away, and so cannot do what was given. */
    ABSENCE_ON_WORK,
    /** The goal's time runs away from its key results. */
    GOAL_AT_RISK
}
