package org.fengong.allocation.coverage;

import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * The team came to lack time of those who hold a skill at a level: the data of skill-gap-detected.
 *
 * @param fromWeek first of the {@code weeks} that were looked at
 * @param gapMinutes of all these weeks: what nobody covers when each minute of a member is given once
 * @param previousGapMinutes when it was last looked at: 0
 * @param holders members who hold the level
 * @param changedMemberIds and changedTaskIds what changed since then, as far as it is known here
 */
record SkillGapDetected(
        UUID teamId,
        long version,
        UUID skillId,
        int minLevel,
        YearWeek fromWeek,
        int weeks,
        int demandMinutes,
        int gapMinutes,
        int previousGapMinutes,
        int holders,
        List<UUID> changedMemberIds,
        List<UUID> changedTaskIds) {
    static final String TYPE = "fengong.allocation.skill-gap-detected.v1";
}
