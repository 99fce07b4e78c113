package org.fengong.review.division;

import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** A member's week that became, or is no longer, fuller than the member can bear, as allocation-service tells it. */
record OverloadTold(UUID memberId, long version, YearWeek week, List<UUID> taskIds) {
    static final String DETECTED = "fengong.allocation.overload-detected.v1";
    static final String RESOLVED = "fengong.allocation.overload-resolved.v1";
}
