package org.fengong.allocation.solver.plan;

import java.util.List;

/**
 * Why a role has its member.
 *
 * @param fitPermille how much of the wanted proficiency the member has, 0–1000
 * @param interestPermille the member's interest in the role's skills, −2000 to +2000
 * @param weeks the member's load in the weeks of the role
 * @param alternatives everyone else who may have the role, the cheapest first, then those whom a rule keeps out
 */
public record Explanation(
        String roleId,
        String memberId,
        int fitPermille,
        List<SkillMatch> skills,
        int interestPermille,
        List<WeekLoad> weeks,
        CostBreakdown costs,
        List<Alternative> alternatives) {}
