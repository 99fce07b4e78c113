package org.fengong.members.member;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A member as it is now: the data of every event of a member. */
record MemberState(
        UUID memberId,
        String key,
        long version,
        boolean active,
        String displayName,
        String email,
        String locale,
        String timeZone,
        String occupation,
        UUID departmentId,
        LocalDate joinedOn,
        LocalDate leftOn,
        BigDecimal availabilityFactor,
        List<WorkingPattern> workingPatterns,
        List<Absence> absences,
        List<SkillLevel> skills,
        List<Interest> interests,
        List<Memberships.TeamOfMember> memberships,
        String actor) {
    static final String REGISTERED = "fengong.members.member-registered.v1";
    static final String CHANGED = "fengong.members.member-changed.v1";
    static final String DEACTIVATED = "fengong.members.member-deactivated.v1";

    static MemberState of(Member member, List<Memberships.TeamOfMember> memberships, String actor) {
        var profile = member.profile();
        return new MemberState(
                member.id(),
                profile.key(),
                member.version(),
                member.active(),
                profile.displayName(),
                profile.email(),
                profile.locale(),
                profile.timeZone(),
                profile.occupation(),
                profile.departmentId(),
                profile.joinedOn(),
                profile.leftOn(),
                profile.availabilityFactor(),
                member.workingPatterns(),
                member.absences(),
                member.skills(),
                member.interests(),
                memberships,
                actor);
    }
}
