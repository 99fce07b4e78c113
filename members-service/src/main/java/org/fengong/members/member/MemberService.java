package org.fengong.members.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengong.members.department.Departments;
import org.fengong.members.holiday.HolidayCalendars;
import org.fengong.members.occupation.Occupations;
import org.fengong.members.skill.SkillMergedException;
import org.fengong.members.skill.SkillNotFoundException;
import org.fengong.members.skill.Skills;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.time.Weeks;

@ApplicationScoped
class MemberService {
    private final MemberRepository members;
    private final MemberAnnouncer announcer;
    private final MemberAccess access;
    private final SkillFacts facts;
    private final Departments departments;
    private final Occupations occupations;
    private final Skills skills;
    private final HolidayCalendars holidays;
    private final MergePatch mergePatch;
    private final ChangeHistory history;
    private final Clock clock;

    MemberService(
            MemberRepository members,
            MemberAnnouncer announcer,
            MemberAccess access,
            SkillFacts facts,
            Departments departments,
            Occupations occupations,
            Skills skills,
            HolidayCalendars holidays,
            MergePatch mergePatch,
            ChangeHistory history,
            Clock clock) {
        this.members = members;
        this.announcer = announcer;
        this.access = access;
        this.facts = facts;
        this.departments = departments;
        this.occupations = occupations;
        this.skills = skills;
        this.holidays = holidays;
        this.mergePatch = mergePatch;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    Member create(CreateMemberRequest request) {
        requireZone(request.timeZone());
        departments.requireKnown(request.departmentId(), "departmentId");
        occupations.requireKnown(request.occupationId(), "occupationId");
        requireSkills(request.skills() == null ? List.of() : request.skills());
        requireInterests(request.interests() == null ? List.of() : request.interests());
        if (request.workingPattern() != null) {
            holidays.requireKnown(request.workingPattern().holidayCalendarId(), "workingPattern.holidayCalendarId");
        }
        var member = Member.create(request);
        members.persistAndFlush(member);
        member.skills().forEach(held -> facts.set(member.id(), held, null));
        return announcer.tell(MemberState.REGISTERED, member, null);
    }

    @Transactional
    Member patch(UUID id, long expectedVersion, JsonNode patch) {
        return change(id, expectedVersion, member -> {
            var profile = mergePatch.apply(member.profile(), patch, MemberProfile.class);
            requireSound(profile);
            departments.requireKnown(profile.departmentId(), "departmentId");
            occupations.requireKnown(profile.occupationId(), "occupationId");
            member.change(profile, LocalDate.now(clock.withZone(ZoneId.of(profile.timeZone()))));
        });
    }

    @Transactional
    Member wishToLearn(UUID id, long expectedVersion, LearningWish wish) {
        access.requireSelf(id);
        requireCurrent(wish.skillId());
        return change(id, expectedVersion, member -> {
            if (wish.targetLevel() <= member.levelOf(wish.skillId()).orElse(0)) {
                throw new RuleViolatedException(
                        "learning-target-reached",
                        "targetLevel",
                        "The member holds the skill at level %d already. Wish for a higher one."
                                .formatted(member.levelOf(wish.skillId()).get()));
            }
            if (wish.until() != null && wish.until().isBefore(today(member))) {
                throw new RuleViolatedException(
                        "learning-wish-over", "until", "The wish would be over before it begins. Name today or later.");
            }
            member.wishToLearn(wish);
            if (member.learningWishes().size() > LearningWish.MAX_WISHES) {
                throw new RuleViolatedException(
                        "too-many-learning-wishes",
                        "targetLevel",
                        "A member has at most %d learning wishes. Take one back first."
                                .formatted(LearningWish.MAX_WISHES));
            }
        });
    }

    @Transactional
    Member wishNoLonger(UUID id, long expectedVersion, UUID skillId) {
        access.requireSelf(id);
        return change(id, expectedVersion, member -> {
            if (!member.wishNoLonger(skillId)) {
                throw new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "learning-wish-not-found",
                        "The member does not wish to learn the skill %s.".formatted(skillId));
            }
        });
    }

    @Transactional
    Member hold(UUID id, long expectedVersion, SkillLevel held, String evidence) {
        access.requireLead(id);
        requireCurrent(held.skillId());
        return change(id, expectedVersion, evidence, member -> {
            member.hold(held);
            facts.set(id, held, evidence);
        });
    }

    @Transactional
    Member forget(UUID id, long expectedVersion, UUID skillId) {
        access.requireLead(id);
        return change(id, expectedVersion, member -> {
            if (!member.forget(skillId)) {
                throw new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "skill-not-held",
                        "The member does not hold the skill %s.".formatted(skillId));
            }
            facts.taken(id, skillId);
        });
    }

    @Transactional
    Member wish(UUID id, long expectedVersion, List<Interest> interests) {
        access.requireSelf(id);
        requireInterests(interests);
        return change(id, expectedVersion, member -> member.wish(interests));
    }

    @Transactional
    Member work(UUID id, long expectedVersion, WorkingPattern pattern) {
        access.requireLead(id);
        holidays.requireKnown(pattern.holidayCalendarId(), "holidayCalendarId");
        return change(id, expectedVersion, member -> {
            var thisWeek = Weeks.monday(Weeks.of(today(member)));
            if (pattern.validFrom().isBefore(thisWeek)) {
                throw new ProblemException(
                                ProblemKind.UNPROCESSABLE,
                                "working-pattern-in-the-past",
                                "Weeks before %s have ended and keep their capacity. Let the pattern begin then or later."
                                        .formatted(thisWeek))
                        .violation(new Violation("validFrom", "path", "lies before " + thisWeek));
            }
            member.work(pattern);
        });
    }

    @Transactional
    Absence beAway(UUID id, CreateAbsenceRequest request) {
        access.requireSelfOrLead(id);
        var absence = request.absence(Generators.timeBasedEpochGenerator().generate());
        var member = members.requireLocked(id);
        member.beAway(absence);
        announcer.tell(MemberState.CHANGED, member, null);
        return absence;
    }

    @Transactional
    Member returnFrom(UUID id, long expectedVersion, UUID absenceId) {
        access.requireSelfOrLead(id);
        return change(id, expectedVersion, member -> {
            if (!member.returnFrom(absenceId)) {
                throw new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "absence-not-found",
                        "The member has no absence %s.".formatted(absenceId));
            }
        });
    }

    private Member change(UUID id, long expectedVersion, Consumer<Member> effect) {
        return change(id, expectedVersion, null, effect);
    }

    private Member change(UUID id, long expectedVersion, String reason, Consumer<Member> effect) {
        var member = members.requireLocked(id);
        EntityTags.requireSame(expectedVersion, member.version());
        effect.accept(member);
        return announcer.tell(MemberState.CHANGED, member, reason);
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        access.requireReader(id);
        return history.of(id, cursor, limit);
    }

    /** @throws RuleViolatedException when it says that the member leaves before joining */
    static void requireSound(MemberProfile profile) {
        requireZone(profile.timeZone());
        if (profile.joinedOn() != null
                && profile.leftOn() != null
                && profile.leftOn().isBefore(profile.joinedOn())) {
            throw new RuleViolatedException("left-before-joined", "leftOn", "The member would leave before joining.");
        }
    }

    /** @throws InvalidRequestException for a time zone that is not known */
    static void requireZone(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new InvalidRequestException(
                    Violation.inBody("timeZone", "is no IANA time zone such as Europe/Lisbon"));
        }
    }

    private LocalDate today(Member member) {
        return LocalDate.now(clock.withZone(ZoneId.of(member.profile().timeZone())));
    }

    /** The skill of an address stands for itself until the transaction ends. */
    private void requireCurrent(UUID skillId) {
        var current = skills.current(Set.of(skillId)).get(skillId);
        if (current == null) {
            throw new SkillNotFoundException(skillId);
        } else if (!current.equals(skillId)) {
            throw new SkillMergedException(skillId, current);
        }
    }

    private void requireSkills(List<SkillLevel> held) {
        var ids = new HashSet<UUID>();
        for (int i = 0; i < held.size(); i++) {
            if (!ids.add(held.get(i).skillId())) {
                throw new RuleViolatedException(
                        "skill-twice", "skills[%d].skillId".formatted(i), "The skill stands in the list twice.");
            }
        }
        var current = skills.current(ids);
        for (int i = 0; i < held.size(); i++) {
            Skills.requireCurrent(held.get(i).skillId(), current, "skills[%d].skillId".formatted(i));
        }
    }

    private void requireInterests(List<Interest> interests) {
        var current = skills.current(interests.stream()
                .map(Interest::skillId)
                .filter(Objects::nonNull)
                .toList());
        var named = new HashSet<Object>();
        for (int i = 0; i < interests.size(); i++) {
            var interest = interests.get(i);
            if ((interest.skillId() == null) == (interest.field() == null)) {
                throw new RuleViolatedException(
                        "interest-in-skill-or-field",
                        "interests[%d]".formatted(i),
                        "An interest names either a skill or a field.");
            }
            if (!named.add(interest.skillId() == null ? interest.field() : interest.skillId())) {
                throw new RuleViolatedException(
                        "interest-twice",
                        "interests[%d]".formatted(i),
                        "The skill or field stands in the list twice; say once how much it is liked.");
            }
            if (interest.skillId() != null) {
                Skills.requireCurrent(interest.skillId(), current, "interests[%d].skillId".formatted(i));
            }
        }
    }
}
