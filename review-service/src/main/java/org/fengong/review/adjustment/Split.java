package org.fengong.review.adjustment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * A role that is too much for one member.
 *
 * @param memberId who has it
 * @param minutes its effort
 * @param partMinutes what somebody else would do of it
 * @param decideBy when the task of its owner to split it is due
 * @param dueWeek in which its task is due
 * @param skills that the part asks for, as the role does
 */
public record Split(
        UUID taskId,
        UUID roleId,
        UUID memberId,
        int minutes,
        int partMinutes,
        LocalDate decideBy,
        YearWeek dueWeek,
        List<NeededSkill> skills) {
    public record NeededSkill(UUID skillId, int minLevel) {}
}
