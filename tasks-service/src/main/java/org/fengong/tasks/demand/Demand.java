package org.fengong.tasks.demand;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/** Minutes asked for, in all and by what they are asked of. */
record Demand(
        List<WeekMinutes> total,
        List<Series<UUID>> bySkill,
        List<Series<String>> byField,
        List<Series<UUID>> byDepartment,
        List<Series<Integer>> byImportance,
        List<Series<UUID>> byGoal) {
    @Schema(name = "DemandedMinutes")
    record WeekMinutes(YearWeek week, long minutes) {}

    /** @param of skill id, field, department id, importance or goal id */
    record Series<K>(K of, List<WeekMinutes> weeks) {}
}
