package org.fengong.allocation.solver.plan;

/** Why a role has nobody, the first that applies. */
public enum UnassignedReason {
    /** No member holds all mandatory skills at their levels; the nearest holders are named. */
    NO_ONE_HOLDS_SKILL,
    /** Members hold the skills, but none of the role's department. */
    NO_ONE_IN_DEPARTMENT,
    /** Everyone of the department who holds the skills has declined it. */
    DECLINED_BY_ALL,
    /** A role of a predecessor has nobody; the task is named. */
    PREDECESSOR_UNASSIGNED,
    /** A predecessor ends, or the task may start, too late for the horizon; the task is named. */
    STARTS_AFTER_HORIZON,
    /** A task that waits for this one is pinned to a week too early; it is named. */
    SUCCESSOR_PINNED_TOO_EARLY,
    /** Even without the rest of the plan nobody has room for it before the horizon ends. */
    NO_CAPACITY_BEFORE_HORIZON_END,
    /** Everyone who could do it is full; the week in which one of them has minutes again is named. */
    ALL_HOLDERS_FULL,
    /** Who has room already holds another role of the task. */
    HOLDERS_HAVE_ANOTHER_ROLE,
    /** Nobody has room in the week in which the task's other roles start. */
    NO_COMMON_WEEK,
    /** It could be placed, but by the policy's weights that costs more than to leave it. */
    COSTS_MORE_THAN_LEAVING_IT
}
