package org.fengong.review.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.time.Weeks;
import org.threeten.extra.YearWeek;

/**
 * A team as far as it is known here.
 *
 * @param leadId null while nobody leads it
 * @param departmentId null where it has none, or it was not told yet
 * @param memberships past, present and future ones
 */
public record Team(
        UUID id,
        String name,
        UUID leadId,
        UUID departmentId,
        ZoneId zone,
        boolean active,
        List<Membership> memberships) {
    /** The day it is for this team. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }

    public YearWeek currentWeek(Clock clock) {
        return Weeks.of(today(clock));
    }
}
