package org.fengong.allocation.solver.plan;

import java.util.List;

/**
 * What would have to change for a member to get a role, all else as planned.
 *
 * @param startWeek the start that asks for the least time, then for the least cost
 * @param levels mandatory skills in which the member would need the minimum level
 * @param departmentId to which the member would have to belong; null when none or this one already
 * @param time weeks in which the member would need more time
 * @param costDifference value of the plan with the role given to the member, in a world in which just that has changed −
 *     value of the plan; null when rules are broken all the same
 * @param brokenRules what would still be in the way; empty = nothing
 */
public record WhatIf(
        Integer startWeek,
        List<SkillMatch> levels,
        String departmentId,
        List<Alternative.Shortage> time,
        Long costDifference,
        List<Rule> brokenRules) {}
