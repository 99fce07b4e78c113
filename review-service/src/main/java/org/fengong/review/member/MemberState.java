package org.fengong.review.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A member as members-service tells it. */
record MemberState(
        UUID memberId,
        long version,
        String displayName,
        UUID departmentId,
        LocalDate joinedOn,
        LocalDate leftOn,
        double availabilityFactor,
        List<Availability.WorkingPattern> workingPatterns,
        List<Availability.Absence> absences,
        List<Availability.Holiday> holidays,
        List<SkillLevel> skills) {
    static final String REGISTERED = "fengong.members.member-registered.v1";
    static final String CHANGED = "fengong.members.member-changed.v1";
    static final String DEACTIVATED = "fengong.members.member-deactivated.v1";

    record SkillLevel(UUID skillId, int level) {}

    Availability availability() {
        return new Availability(
                joinedOn,
                leftOn,
                availabilityFactor,
                workingPatterns == null ? List.of() : workingPatterns,
                absences == null ? List.of() : absences,
                holidays);
    }
}
