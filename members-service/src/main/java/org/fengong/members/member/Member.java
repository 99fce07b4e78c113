package org.fengong.members.member;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fengong.members.holiday.Holiday;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A person. */
@Entity
class Member {
    @Id
    private UUID id;

    private String key;
    private boolean active = true;
    private String displayName;
    private String email;
    private String locale;
    private String timeZone;
    private String occupation;
    private UUID occupationId;
    private UUID departmentId;
    private LocalDate joinedOn;
    private LocalDate leftOn;
    private BigDecimal availabilityFactor;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<WorkingPattern> workingPatterns;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Absence> absences = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private List<SkillLevel> skills;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Interest> interests;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<LearningWish> learningWishes = List.of();

    @Version
    private long version = 1;

    protected Member() {}

    static Member create(CreateMemberRequest request) {
        var member = new Member();
        member.id = Generators.timeBasedEpochGenerator().generate();
        member.key = request.key();
        member.displayName = request.displayName();
        member.email = request.email();
        member.locale = request.locale();
        member.timeZone = request.timeZone();
        member.occupation = request.occupation();
        member.occupationId = request.occupationId();
        member.departmentId = request.departmentId();
        member.joinedOn = request.joinedOn();
        member.availabilityFactor =
                request.availabilityFactor() == null ? BigDecimal.ONE : request.availabilityFactor();
        member.workingPatterns =
                List.of(request.workingPattern() == null ? WorkingPattern.fullTime() : request.workingPattern());
        member.skills = request.skills() == null ? List.of() : List.copyOf(request.skills());
        member.interests = request.interests() == null ? List.of() : List.copyOf(request.interests());
        return member;
    }

    /**
     * Another availability factor holds from that day on: until then the patterns keep the one there was.
     *
     * @param today in the member's time zone
     */
    void change(MemberProfile profile, LocalDate today) {
        if (availabilityFactor.compareTo(profile.availabilityFactor()) != 0) {
            keepFactorBefore(today);
        }
        key = profile.key();
        displayName = profile.displayName();
        email = profile.email();
        locale = profile.locale();
        timeZone = profile.timeZone();
        occupation = profile.occupation();
        occupationId = profile.occupationId();
        departmentId = profile.departmentId();
        joinedOn = profile.joinedOn();
        leftOn = profile.leftOn();
        availabilityFactor = profile.availabilityFactor();
    }

    private void keepFactorBefore(LocalDate today) {
        var changed = new ArrayList<WorkingPattern>();
        WorkingPattern running = null;
        for (var pattern : workingPatterns) {
            var begun = pattern.validFrom().isBefore(today);
            var keeps = begun && pattern.availabilityFactor() == null;
            changed.add(keeps ? pattern.withFactor(availabilityFactor) : pattern);
            running = begun ? pattern : running;
        }
        if (running != null
                && running.availabilityFactor() == null
                && changed.stream().noneMatch(pattern -> pattern.validFrom().equals(today))) {
            changed.add(running.from(today));
            changed.sort(Comparator.comparing(WorkingPattern::validFrom));
        }
        workingPatterns = changed;
    }

    MemberProfile profile() {
        return new MemberProfile(
                key,
                displayName,
                email,
                locale,
                timeZone,
                occupation,
                occupationId,
                departmentId,
                joinedOn,
                leftOn,
                availabilityFactor);
    }

    void hold(SkillLevel held) {
        var changed = new ArrayList<>(skills);
        changed.replaceAll(known -> known.skillId().equals(held.skillId()) ? held : known);
        if (!changed.contains(held)) {
            changed.add(held);
        }
        skills = changed;
    }

    /** False when the member did not hold the skill. */
    boolean forget(UUID skillId) {
        var changed = new ArrayList<>(skills);
        var found = changed.removeIf(known -> known.skillId().equals(skillId));
        skills = changed;
        return found;
    }

    /**
     * Replaces a skill by the one that it is a duplicate of: the higher level stays, and an interest or learning wish for
     * the kept one goes before one for the other. False when nothing here names the duplicate.
     */
    boolean mergeSkill(UUID duplicate, UUID kept) {
        var level = levelOf(duplicate);
        level.ifPresent(held -> {
            forget(duplicate);
            hold(new SkillLevel(kept, Math.max(held, levelOf(kept).orElse(0))));
        });
        var wish = interests.stream()
                .filter(interest -> duplicate.equals(interest.skillId()))
                .findFirst();
        wish.ifPresent(found -> {
            var changed = new ArrayList<>(interests);
            changed.remove(found);
            if (changed.stream().noneMatch(interest -> kept.equals(interest.skillId()))) {
                changed.add(new Interest(kept, null, found.value()));
            }
            interests = changed;
        });
        var lesson = learningWish(duplicate);
        lesson.ifPresent(found -> {
            wishNoLonger(duplicate);
            if (learningWish(kept).isEmpty()) {
                wishToLearn(found.of(kept));
            }
        });
        return level.isPresent() || wish.isPresent() || lesson.isPresent();
    }

    /** Held, liked or to be learnt. */
    Stream<UUID> namedSkills() {
        return Stream.of(
                        skills.stream().map(SkillLevel::skillId),
                        interests.stream().map(Interest::skillId).filter(Objects::nonNull),
                        learningWishes.stream().map(LearningWish::skillId))
                .flatMap(ids -> ids);
    }

    private Optional<LearningWish> learningWish(UUID skillId) {
        return learningWishes.stream()
                .filter(wish -> wish.skillId().equals(skillId))
                .findFirst();
    }

    /** Replaces a wish for the same skill. */
    void wishToLearn(LearningWish wish) {
        var changed = new ArrayList<>(learningWishes);
        changed.replaceAll(known -> known.skillId().equals(wish.skillId()) ? wish : known);
        if (!changed.contains(wish)) {
            changed.add(wish);
        }
        learningWishes = changed;
    }

    /** False when there is no such wish. */
    boolean wishNoLonger(UUID skillId) {
        var changed = new ArrayList<>(learningWishes);
        var found = changed.removeIf(known -> known.skillId().equals(skillId));
        learningWishes = changed;
        return found;
    }

    Optional<Integer> levelOf(UUID skillId) {
        return skills.stream()
                .filter(held -> held.skillId().equals(skillId))
                .map(SkillLevel::level)
                .findFirst();
    }

    void wish(List<Interest> wishes) {
        interests = List.copyOf(wishes);
    }

    /** Replaces the pattern that begins on the same day; earlier ones stay, so past weeks keep their capacity. */
    void work(WorkingPattern pattern) {
        var changed = new ArrayList<>(workingPatterns);
        changed.removeIf(known -> known.validFrom().equals(pattern.validFrom()));
        changed.add(pattern);
        changed.sort(Comparator.comparing(WorkingPattern::validFrom));
        workingPatterns = changed;
    }

    void beAway(Absence absence) {
        var changed = new ArrayList<>(absences);
        changed.add(absence);
        changed.sort(Comparator.comparing(Absence::from));
        absences = changed;
    }

    /** False when there is no such absence. */
    boolean returnFrom(UUID absenceId) {
        var changed = new ArrayList<>(absences);
        var found = changed.removeIf(known -> known.absenceId().equals(absenceId));
        absences = changed;
        return found;
    }

    /** An earlier last day that was set before stays. */
    void leave(LocalDate lastDay) {
        active = false;
        if (leftOn == null || leftOn.isAfter(lastDay)) {
            leftOn = lastDay;
        }
    }

    /** @param calendars the holidays of each calendar that a pattern names */
    CapacityCalculator capacity(Map<UUID, List<Holiday>> calendars) {
        return new CapacityCalculator(
                workingPatterns, absences, holidays(calendars), availabilityFactor, joinedOn, leftOn);
    }

    /** Calendars that the patterns name. */
    Stream<UUID> holidayCalendars() {
        return workingPatterns.stream().map(WorkingPattern::holidayCalendarId).filter(Objects::nonNull);
    }

    /** Each while the pattern that names its calendar holds, by day. */
    List<Holiday> holidays(Map<UUID, List<Holiday>> calendars) {
        var found = new ArrayList<Holiday>();
        for (int i = 0; i < workingPatterns.size(); i++) {
            var pattern = workingPatterns.get(i);
            var next =
                    i + 1 < workingPatterns.size() ? workingPatterns.get(i + 1).validFrom() : LocalDate.MAX;
            if (pattern.holidayCalendarId() != null) {
                calendars.get(pattern.holidayCalendarId()).stream()
                        .filter(holiday -> !holiday.day().isBefore(pattern.validFrom())
                                && holiday.day().isBefore(next))
                        .forEach(found::add);
            }
        }
        return found;
    }

    UUID id() {
        return id;
    }

    String key() {
        return key;
    }

    boolean active() {
        return active;
    }

    LocalDate leftOn() {
        return leftOn;
    }

    List<WorkingPattern> workingPatterns() {
        return workingPatterns;
    }

    List<Absence> absences() {
        return absences;
    }

    List<SkillLevel> skills() {
        return skills;
    }

    List<Interest> interests() {
        return interests;
    }

    List<LearningWish> learningWishes() {
        return learningWishes;
    }

    long version() {
        return version;
    }
}
