package org.fengong.review.division;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** A team came to lack time of those who hold a skill at a level, as allocation-service tells it. */
record SkillGapTold(
        @NotNull UUID teamId,
        long version,
        @NotNull UUID skillId,
        int minLevel,
        @NotNull YearWeek fromWeek,
        int weeks,
        int holders) {
    static final String TYPE = "fengong.allocation.skill-gap-detected.v1";
}
