package org.fengong.allocation.solver.plan;

/**
 * What it would mean to give a role to another member, all else as planned.
 *
 * @param startWeek the other member's cheapest week, or the week whose rule is named; null when the member can never
 *     have the role
 * @param costDifference value of the plan with this change − value of the plan; null when a rule forbids it
 * @param brokenRule null when it is possible
 * @param detail the broken rule in one sentence; null when it is possible
 */
public record Alternative(String memberId, Integer startWeek, Long costDifference, Rule brokenRule, String detail) {}
