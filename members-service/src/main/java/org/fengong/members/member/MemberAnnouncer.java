package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.members.MembersTopics;
import org.fengong.members.holiday.HolidayCalendars;
import org.fengong.members.skill.Skills;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.security.Caller;

/** Tells the other services of a member, and keeps its history. */
@ApplicationScoped
class MemberAnnouncer {
    private final EntityManager entityManager;
    private final MembershipRepository memberships;
    private final Skills skills;
    private final HolidayCalendars holidays;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final Caller caller;

    MemberAnnouncer(
            EntityManager entityManager,
            MembershipRepository memberships,
            Skills skills,
            HolidayCalendars holidays,
            Outbox outbox,
            ChangeHistory history,
            Caller caller) {
        this.entityManager = entityManager;
        this.memberships = memberships;
        this.skills = skills;
        this.holidays = holidays;
        this.outbox = outbox;
        this.history = history;
        this.caller = caller;
    }

    /**
     * @param type one of the types of {@link MemberState}
     * @param reason null when nobody said why
     */
    Member tell(String type, Member member, String reason) {
        tell(type, List.of(member), reason);
        return member;
    }

    void tell(String type, List<Member> members, String reason) {
        tell(members, member -> type, caller.actorName(), reason);
    }

    void membershipChanged(Member member, String actor, String reason) {
        raiseVersion(member);
        tell(List.of(member), one -> MemberState.CHANGED, actor, reason);
    }

    /** For a change of what is told of the member but is no column of it. */
    void raiseVersion(Member member) {
        entityManager.lock(member, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** The last that is told of the member; it has neither name nor address, and the history goes. */
    void erased(Member member) {
        entityManager.flush(); // gives the version that the event goes beyond
        outbox.append(
                MembersTopics.MEMBER,
                member.id(),
                MemberErased.TYPE,
                new MemberErased(member.id(), member.version() + 1, caller.actorName()));
        history.forget(member.id());
    }

    /** Of many, with as few statements as of one. */
    void tell(Collection<Member> members, Function<Member, String> type, String actor, String reason) {
        entityManager.flush(); // gives the versions that the events carry
        var teams = memberships.byMember(members.stream().map(Member::id).toList());
        var merged =
                skills.mergedInto(members.stream().flatMap(Member::namedSkills).collect(Collectors.toSet()));
        var calendars = holidays.holidays(
                members.stream().flatMap(Member::holidayCalendars).collect(Collectors.toSet()));
        outbox.appendAll(
                MembersTopics.MEMBER,
                members.stream()
                        .map(member -> new Outbox.Entry(
                                member.id(),
                                type.apply(member),
                                MemberState.of(
                                        member, teams.getOrDefault(member.id(), List.of()), merged, calendars, actor)))
                        .toList());
        history.keepAll(members.stream()
                .map(member -> new ChangeHistory.Kept(
                        member.id(),
                        member.version(),
                        type.apply(member).replaceAll(".*\\.member-(.*)\\.v1", "$1"),
                        actor,
                        reason,
                        MemberResponse.of(member, teams.get(member.id()), null)))
                .toList());
    }
}
