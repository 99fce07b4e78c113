package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.members.holiday.HolidaysChanged;
import org.fengong.members.skill.SkillResponse;
import org.fengong.members.skill.Skills;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.problem.UnknownReferenceException;

/** What other features may ask of members and do to them. */
@ApplicationScoped
public class Members {
    private final MemberRepository members;
    private final Memberships memberships;
    private final MemberAnnouncer announcer;
    private final SkillFacts facts;
    private final Skills skills;
    private final ChangeHistory history;

    Members(
            MemberRepository members,
            Memberships memberships,
            MemberAnnouncer announcer,
            SkillFacts facts,
            Skills skills,
            ChangeHistory history) {
        this.members = members;
        this.memberships = memberships;
        this.announcer = announcer;
        this.facts = facts;
        this.skills = skills;
        this.history = history;
    }

    /**
     * The member is not erased until the transaction ends.
     *
     * @throws UnknownReferenceException when the id is given and names no member
     */
    public void requireKnown(UUID id, String field) {
        if (id != null
                && members.findByIdOptional(id, LockModeType.PESSIMISTIC_READ).isEmpty()) {
            throw new UnknownReferenceException("member", field, id);
        }
    }

    /** @throws MemberNotFoundException when there is no such member */
    public MemberResponse find(UUID id) {
        var member = members.require(id);
        var fields = skills
                .find(member.skills().stream().map(SkillLevel::skillId).toList())
                .stream()
                .collect(Collectors.toMap(SkillResponse::id, SkillResponse::field));
        return MemberResponse.of(
                member,
                memberships.byMember(List.of(id)).get(id),
                MainField.of(member.skills(), fields).orElse(null));
    }

    /** As {@link #find}; nobody else changes the member until the transaction ends. */
    public MemberResponse findLocked(UUID id) {
        members.requireLocked(id);
        return find(id);
    }

    /** How each of the member's levels came about, the latest first. */
    public List<SkillFactResponse> skillFacts(UUID id) {
        return facts.of(id);
    }

    /** All that was kept of the member's changes, the latest first. */
    public List<ChangeResponse> history(UUID id) {
        return history.all(id);
    }

    /** Takes away the member with all levels and memberships, and tells of it without a word of who it was. */
    public void erase(UUID id) {
        var member = members.requireLocked(id);
        facts.erase(id);
        memberships.erase(id);
        announcer.erased(member);
        members.delete(member);
    }

    /**
     * @throws MemberNotFoundException when there is no such member
     * @throws MemberAlreadyLeftException when the member has left the company
     */
    public void requireActive(UUID id) {
        var member = members.require(id);
        if (!member.active()) {
            throw new MemberAlreadyLeftException(member);
        }
    }

    /** All who are in the team on that day, by name. */
    public List<Person> inTeam(UUID teamId, LocalDate day) {
        return members.named(memberships.on(teamId, day)).stream()
                .map(Person::of)
                .toList();
    }

    /** Tells of all who live by the calendar, in the transaction that changes its days. */
    void holidaysChanged(@Observes HolidaysChanged changed) {
        var concerned = members.lockedLivingBy(changed.calendarId());
        concerned.forEach(announcer::raiseVersion);
        announcer.tell(MemberState.CHANGED, concerned, "holidays-changed");
    }

    /** Sets a level that the caller confirms. */
    public void hold(UUID id, UUID skillId, int level, String evidence) {
        var member = members.requireLocked(id);
        var held = new SkillLevel(skillId, level);
        member.hold(held);
        facts.set(id, held, evidence);
        announcer.tell(MemberState.CHANGED, member, evidence);
    }

    /** Gives everybody who holds or wishes for a merged skill the one that stays, and tells of all who hold that one. */
    public void mergeSkill(UUID duplicate, UUID kept) {
        var concerned = members.lockedConcernedBy(List.of(duplicate, kept));
        concerned.stream().filter(member -> !member.mergeSkill(duplicate, kept)).forEach(announcer::raiseVersion);
        facts.merge(duplicate, kept);
        announcer.tell(MemberState.CHANGED, concerned, "skill-merged");
    }

    /**
     * Ends a member's time with the company; past weeks keep their capacity.
     *
     * @throws MemberNotFoundException when there is no such member
     * @throws MemberAlreadyLeftException when it was done before
     */
    public void leave(UUID id, LocalDate lastDay) {
        var member = members.requireLocked(id);
        if (!member.active()) {
            throw new MemberAlreadyLeftException(member);
        }
        member.leave(lastDay);
        memberships.endAll(id, member.leftOn());
        announcer.tell(MemberState.DEACTIVATED, member, null);
    }
}
