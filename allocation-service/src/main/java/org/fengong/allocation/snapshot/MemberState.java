package org.fengong.allocation.snapshot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A member as members-service tells it. */
public record MemberState(
        UUID memberId,
        String key,
        long version,
        boolean active,
        String displayName,
        String email,
        String locale,
        String timeZone,
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
        List<Membership> memberships) {
    /** What stands for a member of whom nothing may be known any more. */
    public static final String FORMER_MEMBER = "Former member";

    /** @param availabilityFactor null: the member's own */
    public record WorkingPattern(LocalDate validFrom, List<Integer> minutes, BigDecimal availabilityFactor) {}

    public record Absence(LocalDate from, LocalDate to, double share) {}

    public record Holiday(LocalDate day, double share) {}

    public record SkillLevel(UUID skillId, int level) {}

    public record Interest(UUID skillId, String field, int value) {}

    /** @param until last day on which the wish holds; null: until it is taken back */
    public record LearningWish(UUID skillId, int targetLevel, LocalDate until) {}

    public record Membership(UUID teamId, int sharePercent, LocalDate from, LocalDate to) {
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    static MemberState erased(UUID memberId, long version) {
        return new MemberState(
                memberId,
                memberId.toString(),
                version,
                false,
                FORMER_MEMBER,
                null,
                null,
                "UTC",
                null,
                null,
                null,
                BigDecimal.ZERO,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The teams of all memberships, also of those that are over or have not begun. */
    public Set<UUID> teamIds() {
        return memberships.stream().map(Membership::teamId).collect(Collectors.toSet());
    }

    /** 1–5; 0 when the member does not hold the skill. */
    public int level(UUID skillId) {
        return skills.stream()
                .filter(held -> held.skillId().equals(skillId))
                .mapToInt(SkillLevel::level)
                .max()
                .orElse(0);
    }

    /** Whether the member wants to reach that level of the skill, on that day. */
    public boolean wantsToLearn(UUID skillId, int level, LocalDate day) {
        return learningWishes.stream()
                .anyMatch(wish -> wish.skillId().equals(skillId)
                        && wish.targetLevel() >= level
                        && (wish.until() == null || !wish.until().isBefore(day)));
    }

    public MemberState {
        workingPatterns = workingPatterns == null ? List.of() : workingPatterns;
        absences = absences == null ? List.of() : absences;
        holidays = holidays == null ? List.of() : holidays;
        skills = skills == null ? List.of() : skills;
        interests = interests == null ? List.of() : interests;
        learningWishes = learningWishes == null ? List.of() : learningWishes;
        memberships = memberships == null ? List.of() : memberships;
    }
}
