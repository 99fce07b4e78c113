package org.fengong.members.holiday;

import java.util.UUID;

/** A calendar in a list. */
record HolidayCalendarSummary(UUID id, String key, String name, long version) {
    static HolidayCalendarSummary of(HolidayCalendar calendar) {
        return new HolidayCalendarSummary(calendar.id(), calendar.key(), calendar.name(), calendar.version());
    }
}
