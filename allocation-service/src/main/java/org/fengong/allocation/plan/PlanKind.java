package org.fengong.allocation.plan;

/** What a plan is for. */
public enum PlanKind {
    PLAN,
    /** Says what would be; it is compared and never published. */
    SCENARIO,
    /** Answers the recorded question of another plan once more; it is compared and never published. */
    REPLAY
}
