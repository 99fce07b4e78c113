package org.fengong.members.teamview;

import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * What a team has of its members' capacity.
 *
 * @param weeks all members together
 * @param members by name; in them the same weeks
 */
record TeamCapacityResponse(UUID teamId, List<TeamWeek> weeks, List<TeamMemberCapacity> members) {
    record TeamWeek(YearWeek week, int capacityMinutes) {}

    /** @param collaborator true for somebody of another department than the team's */
    record TeamMemberCapacity(UUID memberId, String displayName, boolean collaborator, List<TeamWeek> weeks) {}
}
