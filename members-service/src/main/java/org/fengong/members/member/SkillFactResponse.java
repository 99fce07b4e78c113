package org.fengong.members.member;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was recorded of a member's proficiency.
 *
 * @param mergedFrom the skill that it was recorded for, before that one was merged
 * @param level absent when the skill was taken away
 * @param confirmedBy member or system; absent of what is older than these records
 * @param current true of the level that the member has now
 */
public record SkillFactResponse(
        UUID id,
        UUID skillId,
        @Schema(nullable = true) UUID mergedFrom,
        @Schema(nullable = true) Integer level,
        @Schema(nullable = true) String confirmedBy,
        Instant at,
        @Schema(nullable = true) String evidence,
        boolean current) {}
