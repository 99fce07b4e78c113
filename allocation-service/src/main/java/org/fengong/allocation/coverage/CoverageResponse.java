package org.fengong.allocation.coverage;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/**
 * What a team's open tasks need against what its members can give.
 *
 * @param skills every skill and level that a task needs, the largest gap first
 * @param weeks all skills together
 */
record CoverageResponse(UUID teamId, YearWeek from, List<Skill> skills, List<WeekTotal> weeks) {
    /**
     * @param minLevel proficiency that is needed
     * @param gapMinutes of all weeks: what nobody covers when each minute of a member is given once
     * @param holders members who hold the level
     * @param singleHolder who alone holds it; absent when nobody or more than one does
     * @param growth who is one level short of it and interested or wishes to learn it, who closes most first
     */
    @Schema(name = "SkillCoverage")
    record Skill(
            UUID skillId,
            @Schema(nullable = true) String name,
            @Schema(nullable = true) String field,
            int minLevel,
            int demandMinutes,
            int gapMinutes,
            int holders,
            @Schema(nullable = true) Person singleHolder,
            List<Growth> growth,
            List<Week> weeks) {}

    @Schema(name = "CoveragePerson")
    record Person(UUID memberId, String displayName) {}

    /**
     * @param interest 1 or 2; a wish to learn the level counts as 1
     * @param closesMinutes by how much all gaps together would be smaller with this member at the level
     */
    @Schema(name = "CoverageGrowth")
    record Growth(UUID memberId, String displayName, int level, int interest, int closesMinutes) {}

    /**
     * @param demandMinutes of roles that ask for the skill at this level
     * @param grossSupplyMinutes all that its holders can give the team, counted for each of their skills anew
     * @param gapMinutes what nobody covers when each minute is given once
     */
    @Schema(name = "CoverageWeek")
    record Week(YearWeek week, int demandMinutes, int grossSupplyMinutes, int gapMinutes) {}

    /** @param supplyMinutes all that the members can give the team */
    @Schema(name = "CoverageTotal")
    record WeekTotal(YearWeek week, int demandMinutes, int supplyMinutes, int gapMinutes) {}
}
