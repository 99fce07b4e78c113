package org.fengong.allocation.calendar;

import java.util.UUID;

/** @param address where the calendar is; whoever knows it reads the calendar, and it is not shown again */
record CalendarAddressResponse(UUID memberId, String address) {}
