package org.fengong.review.organisation;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A member's time in a team.
 *
 * @param toDay last day, null while it has no end
 */
@Embeddable
public record Membership(UUID memberId, int sharePercent, LocalDate fromDay, LocalDate toDay) {
    /** True when some day from the first to the last belongs to it. */
    public boolean overlaps(LocalDate firstDay, LocalDate lastDay) {
        return !fromDay.isAfter(lastDay) && (toDay == null || !toDay.isBefore(firstDay));
    }
}
