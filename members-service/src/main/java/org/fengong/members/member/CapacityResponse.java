package org.fengong.members.member;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

record CapacityResponse(UUID memberId, YearWeek from, BigDecimal availabilityFactor, List<WeekCapacity> weeks) {}
