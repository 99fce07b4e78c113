package org.fengong.allocation.assignment;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.threeten.extra.YearWeek;

/** The load of members by week, over all their teams. */
record LoadsResponse(YearWeek from, List<MemberLoad> members) {
    record MemberLoad(UUID memberId, String displayName, List<WeekLoad> weeks) {}

    /**
     * @param loadRatio load ÷ capacity; absent when there is no capacity
     * @param overByMinutes how much more than the capacity, at least 0
     */
    record WeekLoad(
            YearWeek week,
            int loadMinutes,
            int capacityMinutes,
            @Schema(nullable = true) Double loadRatio,
            int overByMinutes,
            List<UUID> taskIds) {}
}
