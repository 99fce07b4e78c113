package org.fengong.members.member;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.members.holiday.Holiday;

/**
 * A member as it is now: the data of every event of a member.
 *
 * @param holidays public holidays by day, each while the working pattern that names its calendar holds
 * @param skills with those that were merged into a skill that the member holds, at its level: who still asks for one of
 *     them finds the member
 * @param interests likewise
 * @param learningWishes likewise, without their reasons
 */
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
        List<Holiday> holidays,
        List<SkillLevel> skills,
        List<Interest> interests,
        List<LearningWish> learningWishes,
        List<Memberships.TeamOfMember> memberships,
        String actor) {
    static final String REGISTERED = "fengong.members.member-registered.v1";
    static final String CHANGED = "fengong.members.member-changed.v1";
    static final String DEACTIVATED = "fengong.members.member-deactivated.v1";

    static MemberState of(
            Member member,
            List<Memberships.TeamOfMember> memberships,
            Map<UUID, List<UUID>> merged,
            Map<UUID, List<Holiday>> calendars,
            String actor) {
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
                member.holidays(calendars),
                Stream.concat(
                                member.skills().stream(),
                                member.skills().stream()
                                        .flatMap(held -> mergedInto(held.skillId(), merged)
                                                .map(id -> new SkillLevel(id, held.level()))))
                        .toList(),
                Stream.concat(
                                member.interests().stream(),
                                member.interests().stream()
                                        .flatMap(wish -> mergedInto(wish.skillId(), merged)
                                                .map(id -> new Interest(id, null, wish.value()))))
                        .limit(InterestsRequest.MAX_INTERESTS)
                        .toList(),
                Stream.concat(
                                member.learningWishes().stream(),
                                member.learningWishes().stream()
                                        .flatMap(wish -> mergedInto(wish.skillId(), merged)
                                                .map(wish::of)))
                        .map(LearningWish::withoutReason)
                        .toList(),
                memberships,
                actor);
    }

    private static Stream<UUID> mergedInto(UUID skillId, Map<UUID, List<UUID>> merged) {
        return merged.getOrDefault(skillId, List.of()).stream();
    }
}
