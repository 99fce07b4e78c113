package org.fengong.members.teamview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.skill.SkillNames;

/**
 * Member × skill.
 *
 * @param on the day whose members are shown
 * @param skills the columns, by field and key: what somebody holds or wishes for
 * @param members the rows, by name
 */
record SkillMatrixResponse(UUID teamId, LocalDate on, List<MatrixSkill> skills, List<MatrixMember> members) {
    /** @param holders how many of the members hold it */
    record MatrixSkill(UUID skillId, String key, SkillNames names, String field, int holders) {}

    /**
     * @param collaborator true for somebody of another department than the team's
     * @param cells one for each skill that the member holds or has a wish for, be it to do or to learn it
     */
    record MatrixMember(
            UUID memberId, String displayName, UUID departmentId, boolean collaborator, List<MatrixCell> cells) {}

    /**
     * @param level 1–5; absent when the member does not hold the skill
     * @param interest −2 to +2, in the skill itself or else in its field; absent without a wish
     * @param targetLevel 1–5, what the member wants to learn up to; absent when nothing
     */
    record MatrixCell(
            UUID skillId,
            @Schema(nullable = true) Integer level,
            @Schema(nullable = true) Integer interest,
            @Schema(nullable = true) Integer targetLevel) {}
}
