package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.stream.Collectors;
import org.fengong.members.MembersTopics;
import org.fengong.members.holiday.HolidayCalendars;
import org.fengong.members.skill.Skills;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.security.Caller;

/** Tells the other services of a member. */
@ApplicationScoped
class MemberAnnouncer {
    private final EntityManager entityManager;
    private final MembershipRepository memberships;
    private final Skills skills;
    private final HolidayCalendars holidays;
    private final Outbox outbox;
    private final Caller caller;

    MemberAnnouncer(
            EntityManager entityManager,
            MembershipRepository memberships,
            Skills skills,
            HolidayCalendars holidays,
            Outbox outbox,
            Caller caller) {
        this.entityManager = entityManager;
        this.memberships = memberships;
        this.skills = skills;
        this.holidays = holidays;
        this.outbox = outbox;
        this.caller = caller;
    }

    /** @param type one of the types of {@link MemberState} */
    Member tell(String type, Member member) {
        tell(type, List.of(member));
        return member;
    }

    void membershipChanged(Member member, String actor) {
        raiseVersion(member);
        tell(MemberState.CHANGED, List.of(member), actor);
    }

    /** For a change of what is told of the member but is no column of it. */
    void raiseVersion(Member member) {
        entityManager.lock(member, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The last that is told of the member; it has neither name nor address. */
    void erased(Member member) {
        entityManager.flush(); // gives the version that the event goes beyond
        outbox.append(
                MembersTopics.MEMBER,
                member.id(),
                MemberErased.TYPE,
                new MemberErased(member.id(), member.version() + 1, caller.actorName()));
    }

    void tell(String type, List<Member> members) {
        tell(type, members, caller.actorName());
    }

    private void tell(String type, List<Member> members, String actor) {
        entityManager.flush(); // gives the versions that the events carry
        var teams = memberships.byMember(members.stream().map(Member::id).toList());
        var merged =
                skills.mergedInto(members.stream().flatMap(Member::namedSkills).collect(Collectors.toSet()));
        var calendars = holidays.holidays(
                members.stream().flatMap(Member::holidayCalendars).collect(Collectors.toSet()));
        for (var member : members) {
            outbox.append(
                    MembersTopics.MEMBER,
                    member.id(),
                    type,
                    MemberState.of(member, teams.getOrDefault(member.id(), List.of()), merged, calendars, actor));
        }
    }
}
