package org.fengong.members.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.fengong.members.member.MemberResponse;
import org.fengong.members.member.Members;
import org.fengong.members.member.Memberships;

/** A member leaves the company and with it all teams. */
@ApplicationScoped
class LeavingService {
    private final TeamRepository teams;
    private final TeamService teamService;
    private final Memberships memberships;
    private final Members members;
    private final Clock clock;

    LeavingService(
            TeamRepository teams, TeamService teamService, Memberships memberships, Members members, Clock clock) {
        this.teams = teams;
        this.teamService = teamService;
        this.memberships = memberships;
        this.members = members;
        this.clock = clock;
    }

    @Transactional
    MemberResponse leave(UUID memberId) {
        var zone = ZoneId.of(members.find(memberId).timeZone());
        // teams before the member, in one order: the order in which every change of memberships locks
        var left =
                memberships.teamsOf(memberId).stream().map(teams::requireLocked).toList();
        members.leave(memberId, LocalDate.now(clock.withZone(zone)));
        left.forEach(teamService::membershipChanged);
        return members.find(memberId);
    }
}
