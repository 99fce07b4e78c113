package org.fengong.members.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.fengong.platform.security.Caller;

/** Who may change what of a member. To everybody else the member is not there. */
@ApplicationScoped
public class MemberAccess {
    private final Caller caller;
    private final MemberRepository members;
    private final Clock clock;

    MemberAccess(Caller caller, MemberRepository members, Clock clock) {
        this.caller = caller;
        this.members = members;
        this.clock = clock;
    }

    /** Levels and working patterns: an administrator, or the lead of one of the member's teams. */
    public void requireLead(UUID memberId) {
        if (!caller.isAdmin() && !leads(memberId)) {
            throw new MemberNotFoundException(memberId);
        }
    }

    /** Interests and learning wishes: the member alone (and an administrator on their behalf). */
    public void requireSelf(UUID memberId) {
        if (!caller.isAdmin() && !isSelf(memberId)) {
            throw new MemberNotFoundException(memberId);
        }
    }

    /** Absences: the member, or the lead of one of the member's teams. */
    public void requireSelfOrLead(UUID memberId) {
        if (!caller.isAdmin() && !isSelf(memberId) && !leads(memberId)) {
            throw new MemberNotFoundException(memberId);
        }
    }

    /** The record of levels, with what they rest on: the member, the lead of one of its teams, and who reads everything. */
    public void requireReader(UUID memberId) {
        if (!caller.readsEverything() && !isSelf(memberId) && !leads(memberId)) {
            throw new MemberNotFoundException(memberId);
        }
        members.require(memberId);
    }

    public boolean isSelf(UUID memberId) {
        return caller.memberId().filter(memberId::equals).isPresent();
    }

    private boolean leads(UUID memberId) {
        return caller.mayLead()
                && caller.memberId().stream()
                        .flatMap(lead -> members.ledTeamsOf(memberId, lead, LocalDate.now(clock)).stream())
                        .anyMatch(caller::tokenCovers);
    }
}
