package org.fengong.allocation.solver.plan;

/** The hard rules of a plan. */
public enum Rule {
    /** The role is in the problem. */
    ROLE_KNOWN,
    /** The member is in the problem. */
    MEMBER_KNOWN,
    /** A role has one member. */
    ROLE_ONCE,
    /** Pinned and running roles stay with their member and start week. */
    FIXED_STAYS,
    /** The weekly minutes add up to the role's effort. */
    EFFORT,
    /** The weeks stay inside the role's span, or inside eight weeks where no span is given. */
    SPAN,
    /** All work lies inside the horizon. */
    HORIZON,
    /** The member holds every mandatory skill at its level. */
    SKILL,
    /** The member belongs to the role's department. */
    DEPARTMENT,
    /** The member has not declined the role. */
    DECLINED,
    /** No work before the task's earliest start. */
    EARLIEST_START,
    /** A member's week holds what is placed in it. */
    CAPACITY,
    /** Work starts after the predecessors have ended, and their lag. */
    DEPENDENCY,
    /** Nothing starts while a role of a predecessor has nobody. */
    PREDECESSOR_ASSIGNED,
    /** The roles of a task that is done together start in the same week. */
    TOGETHER,
    /** A member holds one role of a task, unless the task allows more. */
    ONE_ROLE_PER_MEMBER,
    /** No more published roles than allowed get another member or start week, or nobody. */
    MAX_CHANGES
}
