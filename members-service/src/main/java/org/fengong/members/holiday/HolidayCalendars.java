package org.fengong.members.holiday;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.problem.UnknownReferenceException;

/** What other features may ask of the holiday calendars. */
@ApplicationScoped
public class HolidayCalendars {
    private final HolidayCalendarRepository calendars;

    HolidayCalendars(HolidayCalendarRepository calendars) {
        this.calendars = calendars;
    }

    /**
     * The calendar does not change until the transaction ends: who takes it up is told of by that change or by this one.
     *
     * @throws UnknownReferenceException when the id is given and names no calendar
     */
    public void requireKnown(UUID id, String field) {
        if (id != null
                && calendars.findByIdOptional(id, LockModeType.PESSIMISTIC_READ).isEmpty()) {
            throw new UnknownReferenceException("holiday-calendar", field, id);
        }
    }

    /** The holidays of each of the calendars by day. */
    public Map<UUID, List<Holiday>> holidays(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : calendars.list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(HolidayCalendar::id, HolidayCalendar::holidays));
    }
}
