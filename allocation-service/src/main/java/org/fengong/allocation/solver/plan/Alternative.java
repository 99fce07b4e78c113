package org.fengong.allocation.solver.plan;

/**
 * What it would mean to give a role to another member, all else as planned.
 *
 * @param startWeek the other member's cheapest week, or the week whose rule is named; null when the member can never
 *     have the role
 * @param costDifference value of the plan with this change − value of the plan; null when a rule forbids it
 * @param brokenRule null when it is possible
 * @param shortage the first week that has too little room, where rule CAPACITY breaks in one week; else null
 * @param lacking the skill that rule SKILL misses; else null
 */
public record Alternative(
        String memberId,
        Integer startWeek,
        Long costDifference,
        Rule brokenRule,
        Shortage shortage,
        SkillMatch lacking) {
    /**
     * @param neededMinutes of the role in that week
     * @param freeMinutes of the member in that week
     */
    public record Shortage(int week, int neededMinutes, int freeMinutes) {}

    /** Possible, at this difference. */
    public static Alternative possible(String memberId, int startWeek, long costDifference) {
        return new Alternative(memberId, startWeek, costDifference, null, null, null);
    }

    /** Forbidden by a rule that says enough by itself. */
    public static Alternative forbidden(String memberId, Integer week, Rule rule) {
        return new Alternative(memberId, week, null, rule, null, null);
    }
}
