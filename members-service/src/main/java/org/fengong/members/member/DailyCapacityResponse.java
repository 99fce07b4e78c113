package org.fengong.members.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Capacity by day. */
record DailyCapacityResponse(UUID memberId, LocalDate from, List<DayCapacity> days) {}
