package org.fengong.review.adjustment;

import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * A role to be given to another member.
 *
 * @param fromMemberId who has it
 * @param startWeek in which it begins, as it does now; the current week when it has begun
 * @param minutes that are planned for it from then on
 */
public record Move(UUID taskId, UUID roleId, UUID fromMemberId, UUID toMemberId, YearWeek startWeek, int minutes) {}
