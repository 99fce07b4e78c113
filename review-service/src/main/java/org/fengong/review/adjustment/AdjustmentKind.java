package org.fengong.review.adjustment;

/** What accepting an adjustment does. */
public enum AdjustmentKind {
    /** Asks allocation-service for the draft of a new plan under a changed policy. */
    REPLAN,
    /** Asks allocation-service for the draft of a new plan in which a role goes to another member. */
    MOVE,
    /** Records that a member is to learn a skill. */
    TRAIN,
    /** Changes the efforts of open roles in tasks-service. */
    ESTIMATE,
    /** Gives the owner of a task, in tasks-service, the task to split a role of it. */
    SPLIT,
    /** Has another department do a role, by a change in tasks-service; allocation-service then asks that department. */
    COLLABORATOR;

    /** Whether two scenarios tell what it would do. */
    public boolean isForecast() {
        return this != REPLAN && this != TRAIN;
    }
}
