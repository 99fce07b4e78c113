package org.fengong.members.member;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** Capacity by week with what it is made of, so that everybody can recompute it. */
record CapacityResponse(
        UUID memberId,
        YearWeek from,
        BigDecimal availabilityFactor,
        List<WorkingPattern> workingPatterns,
        List<WeekCapacity> weeks) {}
