package org.fengong.members.holiday;

import java.util.List;
import java.util.UUID;
import org.fengong.platform.http.Versioned;

record HolidayCalendarResponse(UUID id, String key, String name, List<Holiday> holidays, long version)
        implements Versioned {
    static HolidayCalendarResponse of(HolidayCalendar calendar) {
        return new HolidayCalendarResponse(
                calendar.id(), calendar.key(), calendar.name(), calendar.holidays(), calendar.version());
    }
}
