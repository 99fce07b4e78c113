package org.fengong.members.member;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * All of a member.
 *
 * @param occupationId the occupation of the catalogue; its skills are suggested
 * @param mainField the field of work with the greatest sum of squared levels of the held skills, of equals the first by
 *     key; absent while no skill is held
 */
public record MemberResponse(
        UUID id,
        String key,
        boolean active,
        String displayName,
        String email,
        String locale,
        String timeZone,
        @Schema(nullable = true) String occupation,
        @Schema(nullable = true) UUID occupationId,
        UUID departmentId,
        @Schema(nullable = true) LocalDate joinedOn,
        @Schema(nullable = true) LocalDate leftOn,
        BigDecimal availabilityFactor,
        List<WorkingPattern> workingPatterns,
        List<Absence> absences,
        List<SkillLevel> skills,
        @Schema(nullable = true) String mainField,
        List<Interest> interests,
        List<LearningWish> learningWishes,
        List<Memberships.TeamOfMember> memberships,
        long version)
        implements Versioned {
    static MemberResponse of(Member member, List<Memberships.TeamOfMember> memberships, String mainField) {
        var profile = member.profile();
        return new MemberResponse(
                member.id(),
                profile.key(),
                member.active(),
                profile.displayName(),
                profile.email(),
                profile.locale(),
                profile.timeZone(),
                profile.occupation(),
                profile.occupationId(),
                profile.departmentId(),
                profile.joinedOn(),
                profile.leftOn(),
                profile.availabilityFactor(),
                member.workingPatterns(),
                member.absences(),
                member.skills(),
                mainField,
                member.interests(),
                member.learningWishes(),
                memberships == null ? List.of() : memberships,
                member.version());
    }
}
