package org.fengong.members.holiday;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;
import org.fengong.platform.time.Weeks;

@ApplicationScoped
class HolidayCalendarService {
    private final HolidayCalendarRepository calendars;
    private final MergePatch mergePatch;
    private final ChangeHistory history;
    private final Event<HolidaysChanged> changed;
    private final Caller caller;
    private final Clock clock;

    HolidayCalendarService(
            HolidayCalendarRepository calendars,
            MergePatch mergePatch,
            ChangeHistory history,
            Event<HolidaysChanged> changed,
            Caller caller,
            Clock clock) {
        this.calendars = calendars;
        this.mergePatch = mergePatch;
        this.history = history;
        this.changed = changed;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    HolidayCalendar create(CreateHolidayCalendarRequest request) {
        requireOneADay(request.holidays());
        var calendar = HolidayCalendar.create(request);
        calendars.persistAndFlush(calendar);
        keep("created", calendar);
        return calendar;
    }

    /**
     * @param expectedVersion the version that the caller has read
     * @throws RuleViolatedException when it would change a week that has ended, or name a day twice
     */
    @Transactional
    HolidayCalendar patch(UUID id, long expectedVersion, JsonNode patch) {
        var calendar = calendars.requireLocked(id);
        EntityTags.requireSame(expectedVersion, calendar.version());
        var before = calendar.holidays();
        calendar.change(
                mergePatch.apply(CreateHolidayCalendarRequest.of(calendar), patch, CreateHolidayCalendarRequest.class));
        requireOneADay(calendar.holidays());
        var thisWeek = Weeks.monday(Weeks.of(LocalDate.now(clock)));
        if (!until(thisWeek, before).equals(until(thisWeek, calendar.holidays()))) {
            throw new RuleViolatedException(
                    "past-holidays-fixed",
                    "holidays",
                    "Weeks before %s have ended and keep their holidays. Send those as they are.".formatted(thisWeek));
        }
        calendars.flush();
        keep("changed", calendar);
        if (!before.equals(calendar.holidays())) {
            changed.fire(new HolidaysChanged(id));
        }
        return calendar;
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        calendars.require(id);
        return history.of(id, cursor, limit);
    }

    private void keep(String action, HolidayCalendar calendar) {
        history.keep(
                calendar.id(),
                calendar.version(),
                action,
                caller.actorName(),
                null,
                HolidayCalendarResponse.of(calendar));
    }

    private static List<Holiday> until(LocalDate monday, List<Holiday> holidays) {
        return holidays.stream()
                .filter(holiday -> holiday.day().isBefore(monday))
                .toList();
    }

    private static void requireOneADay(List<Holiday> holidays) {
        var days = new HashSet<LocalDate>();
        for (int i = 0; i < holidays.size(); i++) {
            if (holidays.get(i).share() != 0.5 && holidays.get(i).share() != 1.0) {
                throw new RuleViolatedException(
                        "share-not-half-or-whole", "holidays[%d].share".formatted(i), "The share is 0.5 or 1.0.");
            }
            if (!days.add(holidays.get(i).day())) {
                throw new RuleViolatedException(
                        "holiday-twice",
                        "holidays[%d].day".formatted(i),
                        "The day %s stands in the list twice."
                                .formatted(holidays.get(i).day()));
            }
        }
    }
}
