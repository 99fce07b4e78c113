package org.fengong.members.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fengong.members.department.Departments;
import org.fengong.members.member.MemberAccess;
import org.fengong.members.member.Members;
import org.fengong.members.openwork.OpenWork;
import org.fengong.members.proposal.LevelProposals;
import org.fengong.members.team.Teams;
import org.fengong.platform.http.EntityTags;

@ApplicationScoped
class PrivacyService {
    private final Members members;
    private final LevelProposals proposals;
    private final OpenWork openWork;
    private final Teams teams;
    private final Departments departments;
    private final MemberAccess access;
    private final Clock clock;

    PrivacyService(
            Members members,
            LevelProposals proposals,
            OpenWork openWork,
            Teams teams,
            Departments departments,
            MemberAccess access,
            Clock clock) {
        this.members = members;
        this.proposals = proposals;
        this.openWork = openWork;
        this.teams = teams;
        this.departments = departments;
        this.access = access;
        this.clock = clock;
    }

    @Transactional
    PersonalDataResponse export(UUID memberId) {
        access.requireSelf(memberId);
        return new PersonalDataResponse(
                clock.instant(),
                members.find(memberId),
                members.skillFacts(memberId),
                proposals.of(memberId),
                openWork.of(memberId),
                members.history(memberId));
    }

    /**
     * Nothing of the person stays here but the id, in what others have confirmed and decided.
     *
     * @throws MemberActiveException unless the member has left
     * @throws MemberStillNamedException while a team or department names the member
     */
    @Transactional
    void erase(UUID memberId, long expectedVersion) {
        // teams before the member: the order in which every change of memberships locks
        teams.withoutMember(memberId, () -> {
            var member = members.findLocked(memberId);
            EntityTags.requireSame(expectedVersion, member.version());
            if (member.active()) {
                throw new MemberActiveException(member);
            }
            var led = teams.keysLedBy(memberId);
            var named = departments.keysNaming(memberId);
            if (!led.isEmpty() || !named.isEmpty()) {
                throw new MemberStillNamedException(led, named);
            }
            proposals.erase(memberId);
            members.erase(memberId);
        });
    }
}
