package org.fengong.allocation.solver.plan;

import java.util.List;

/**
 * A role that the plan gives to nobody.
 *
 * @param nearest for {@link UnassignedReason#NO_ONE_HOLDS_SKILL}: who lacks the fewest levels, at most three
 * @param relatedTaskId the task the reason names; null = none
 * @param untilWeek for {@link UnassignedReason#ALL_HOLDERS_FULL}: the first week with free minutes again, the number of
 *     weeks of the horizon when there is none in it; else null
 * @param tooFull what is too full for it, where time is what lacks; null when the work would fit if it could be cut at will,
 *     or when the set was too large to be looked for
 */
public record UnassignedRole(
        String taskId,
        String roleId,
        UnassignedReason reason,
        List<NearestHolder> nearest,
        String relatedTaskId,
        Integer untilWeek,
        TooFull tooFull,
        CostBreakdown costs) {}
