package org.fengong.allocation.assignment;

import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** What stands in a member's weeks over all teams, after a change. */
record LoadChanged(UUID memberId, long version, String cause, List<Week> weeks) {
    static final String TYPE = "fengong.allocation.load-changed.v1";

    record Week(YearWeek week, int loadMinutes, int previousLoadMinutes, int capacityMinutes) {}
}
