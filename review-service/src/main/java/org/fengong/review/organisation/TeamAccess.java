package org.fengong.review.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;

/** What the caller may do with which team. A team that is not for the caller's eyes looks like one that is not there. */
@ApplicationScoped
public class TeamAccess {
    private final Caller caller;
    private final Teams teams;
    private final Clock clock;

    TeamAccess(Caller caller, Teams teams, Clock clock) {
        this.caller = caller;
        this.teams = teams;
        this.clock = clock;
    }

    /** Teams that the caller may read; empty means all of them. */
    public Optional<Set<UUID>> readable() {
        if (caller.readsEverything()) {
            return Optional.empty();
        }
        return Optional.of(
                caller.memberId().map(member -> teams.teamsOf(member, LocalDate.now(clock))).orElse(Set.of()).stream()
                        .filter(caller::tokenCovers)
                        .collect(Collectors.toSet()));
    }

    public boolean mayRead(UUID teamId) {
        return readable().map(known -> known.contains(teamId)).orElse(true);
    }

    /**
     * A team in a path.
     *
     * @throws TeamNotFoundException when it is unknown or not for this caller
     */
    public Team requireReadable(UUID teamId) {
        return teams.find(teamId)
                .filter(team -> mayRead(team.id()))
                .orElseThrow(() -> new TeamNotFoundException(teamId));
    }

    /**
     * A team in a path that is to be commanded.
     *
     * @throws TeamNotFoundException when it is unknown or not for this caller
     * @throws NotTeamLeadException when the caller sees it but does not lead it
     */
    public Team requireLed(UUID teamId) {
        var team = requireReadable(teamId);
        requireLead(team);
        return team;
    }

    /**
     * A team that a body names and that is to be commanded.
     *
     * @throws UnknownReferenceException when it is unknown (yet) or not for this caller
     * @throws NotTeamLeadException when the caller sees it but does not lead it
     */
    public Team requireLedReference(UUID teamId, String field) {
        var team = teams.find(teamId)
                .filter(known -> mayRead(known.id()))
                .orElseThrow(() -> new UnknownReferenceException("team", field, teamId));
        requireLead(team);
        return team;
    }

    /** True for the team's lead alone. */
    public boolean isLead(Team team) {
        return caller.mayLead()
                && caller.tokenCovers(team.id())
                && caller.memberId()
                        .filter(member -> member.equals(team.leadId()))
                        .isPresent();
    }

    private void requireLead(Team team) {
        if (!isLead(team) && !caller.isAdmin()) {
            throw new NotTeamLeadException(team);
        }
    }
}
