package org.fengong.review.finding;

/** What can be wrong with a division of labour. */
public enum FindingKind {
    /** The members' load ratios differ too much (P3). */
    UNBALANCED_LOAD,
    /** More stands in a member's week than the member can give (P3). */
    OVERLOAD,
    /** Members were given work that others could do better, or nobody can (P2). */
    LOW_SKILL_FIT,
    /** Too many tasks were not completed by their due date (W1). */
    LATE,
    /** Work takes much longer, or much shorter, than estimated (S3). */
    ESTIMATES_OFF,
    /** No key result of a goal came nearer to its target and no task of it was completed (P1). */
    GOAL_WITHOUT_PROGRESS,
    /** One member carries nearly all work for a goal (P5). */
    SINGLE_HOLDER_WORK
}
