package org.fengong.members.member;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member in a list. */
record MemberSummary(
        UUID id,
        String key,
        boolean active,
        String displayName,
        @Schema(nullable = true) String occupation,
        UUID departmentId,
        List<SkillLevel> skills,
        List<Memberships.TeamOfMember> memberships,
        long version) {
    static MemberSummary of(Member member, List<Memberships.TeamOfMember> memberships) {
        var profile = member.profile();
        return new MemberSummary(
                member.id(),
                profile.key(),
                member.active(),
                profile.displayName(),
                profile.occupation(),
                profile.departmentId(),
                member.skills(),
                memberships == null ? List.of() : memberships,
                member.version());
    }
}
