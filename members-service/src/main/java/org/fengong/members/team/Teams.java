package org.fengong.members.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.fengong.members.member.Memberships;
import org.fengong.platform.security.Caller;

/** What other features may ask of the teams. */
@ApplicationScoped
public class Teams {
    private final TeamRepository teams;
    private final TeamService service;
    private final Memberships memberships;
    private final Caller caller;

    Teams(TeamRepository teams, TeamService service, Memberships memberships, Caller caller) {
        this.teams = teams;
        this.service = service;
        this.memberships = memberships;
        this.caller = caller;
    }

    /** Keys of the teams that the member leads. */
    public List<String> keysLedBy(UUID memberId) {
        return teams.list("leadId = ?1 order by key", memberId).stream()
                .map(Team::key)
                .toList();
    }

    /** Tells of the member's teams, which are locked before the erasure takes the member out of them. */
    public void withoutMember(UUID memberId, Runnable erasure) {
        var left =
                memberships.teamsOf(memberId).stream().map(teams::requireLocked).toList();
        erasure.run();
        left.forEach(team -> service.membershipChanged(team, caller.actorName(), "member-erased"));
    }

    /**
     * The team without its memberships.
     *
     * @throws TeamNotFoundException when there is no such team
     */
    public TeamResponse require(UUID id) {
        return TeamResponse.of(teams.require(id), List.of());
    }
}
