package org.fengong.members.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.fengong.members.member.Members;
import org.fengong.members.member.Memberships;
import org.fengong.members.openwork.OpenWork;
import org.fengong.platform.security.Caller;

/** A member leaves the company and with it all teams. */
@ApplicationScoped
class LeavingService {
    private final TeamRepository teams;
    private final TeamService teamService;
    private final Memberships memberships;
    private final Members members;
    private final OpenWork openWork;
    private final Caller caller;
    private final Clock clock;

    LeavingService(
            TeamRepository teams,
            TeamService teamService,
            Memberships memberships,
            Members members,
            OpenWork openWork,
            Caller caller,
            Clock clock) {
        this.teams = teams;
        this.teamService = teamService;
        this.memberships = memberships;
        this.members = members;
        this.openWork = openWork;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    DeactivatedMember leave(UUID memberId) {
        var zone = ZoneId.of(members.find(memberId).timeZone());
        // teams before the member, in one order: the order in which every change of memberships locks
        var left =
                memberships.teamsOf(memberId).stream().map(teams::requireLocked).toList();
        members.leave(memberId, LocalDate.now(clock.withZone(zone)));
        left.forEach(team -> teamService.membershipChanged(team, caller.actorName(), "member-left"));
        return new DeactivatedMember(members.find(memberId), openWork.of(memberId));
    }
}
