package org.fengong.allocation.assignment;

import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** A member's week became fuller than the member can bear, or is no longer. */
record OverloadChanged(
        UUID memberId,
        long version,
        YearWeek week,
        int loadMinutes,
        int capacityMinutes,
        int overByMinutes,
        List<UUID> taskIds) {
    static final String DETECTED = "fengong.allocation.overload-detected.v1";
    static final String RESOLVED = "fengong.allocation.overload-resolved.v1";
}
