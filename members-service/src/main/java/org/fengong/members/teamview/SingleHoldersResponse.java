package org.fengong.members.teamview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.members.skill.SkillNames;

/**
 * Skills that hang on one member: what the team cannot do while that member is away.
 *
 * @param on the day whose members are looked at
 * @param minLevel level from which on a member counts as a holder
 * @param skills by field and key
 */
record SingleHoldersResponse(UUID teamId, LocalDate on, int minLevel, List<SingleHolder> skills) {
    record SingleHolder(
            UUID skillId, String key, SkillNames names, String field, UUID memberId, String displayName, int level) {}
}
