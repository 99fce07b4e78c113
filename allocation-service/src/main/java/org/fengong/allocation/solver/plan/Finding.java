package org.fengong.allocation.solver.plan;

/**
 * A rule that something breaks.
 *
 * @param roleId the role concerned; null where a member's week is
 * @param memberId null where no single member is concerned
 * @param week null where no single week is concerned
 * @param overByMinutes for {@link Rule#CAPACITY}: how much too much; else 0
 * @param detail one sentence with the values that clash
 */
public record Finding(Rule rule, String roleId, String memberId, Integer week, int overByMinutes, String detail) {}
