package org.fengong.members.teamview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fengong.members.skill.SkillNames;

/**
 * How well each field of work is covered (W2), also those that nobody covers.
 *
 * @param on the day whose members are counted
 */
record FieldCoverageResponse(UUID teamId, LocalDate on, List<FieldCoverage> fields) {
    /**
     * @param holders members who hold a skill of the field
     * @param holdersByBestLevel the same members by their highest level in the field, from 1 to 5
     * @param skills different skills of the field that are held
     * @param singleHolderSkills those of them that hang on one member
     */
    record FieldCoverage(
            String key,
            SkillNames names,
            int holders,
            List<Integer> holdersByBestLevel,
            int skills,
            int singleHolderSkills) {}
}
