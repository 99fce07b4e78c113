package org.fengong.allocation.assignment;

import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * What a plan says of one role.
 *
 * @param weeks with more than 0 minutes, in order
 * @param fit how much of the wanted proficiency the member has, 0–1
 * @param reason why this member, in words; the next best is not named in them
 * @param nextBest null when nobody else could have it, or the lead decided
 */
public record PlannedRole(
        UUID taskId,
        UUID roleId,
        UUID teamId,
        UUID memberId,
        YearWeek startWeek,
        List<WeekMinutes> weeks,
        double fit,
        String reason,
        NextBest nextBest) {}
