package org.fengong.allocation.snapshot;

import jakarta.enterprise.context.ApplicationScoped;
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
    private final SnapshotReader snapshots;

    TeamAccess(Caller caller, SnapshotReader snapshots) {
        this.caller = caller;
        this.snapshots = snapshots;
    }

    /** Teams that the caller may read; empty means all of them. */
    public Optional<Set<UUID>> readable() {
        if (caller.readsEverything()) {
            return Optional.empty();
        }
        return Optional.of(caller.memberId().map(snapshots::teamsOf).orElse(Set.of()).stream()
                .filter(caller::tokenCovers)
                .collect(Collectors.toSet()));
    }

    public boolean mayRead(UUID teamId) {
        return readable().map(teams -> teams.contains(teamId)).orElse(true);
    }

    public boolean mayLead(TeamState team) {
        return caller.isAdmin()
                || (caller.mayLead()
                        && caller.tokenCovers(team.teamId())
                        && caller.memberId()
                                .filter(member -> member.equals(team.leadId()))
                                .isPresent());
    }

    /** True when the caller is that member. */
    public boolean is(UUID memberId) {
        return memberId != null && caller.memberId().filter(memberId::equals).isPresent();
    }

    /** @throws TeamNotFoundException when the team is unknown or not for this caller */
    public TeamState requireReadable(UUID teamId) {
        return snapshots
                .team(teamId)
                .filter(team -> mayRead(team.teamId()))
                .orElseThrow(() -> new TeamNotFoundException(teamId));
    }

    /**
     * @throws TeamNotFoundException when the team is unknown or not for this caller
     * @throws NotTeamLeadException when the caller sees it but does not lead it
     */
    public TeamState requireLed(UUID teamId) {
        var team = requireReadable(teamId);
        requireLead(team);
        return team;
    }

    /**
     * A team that a field of a body names.
     *
     * @throws UnknownReferenceException when the team is unknown (yet) or not for this caller
     * @throws NotTeamLeadException when the caller sees it but does not lead it
     */
    public TeamState requireLedReference(UUID teamId, String field) {
        var team = snapshots
                .team(teamId)
                .filter(known -> mayRead(known.teamId()))
                .orElseThrow(() -> new UnknownReferenceException("team", field, teamId));
        requireLead(team);
        return team;
    }

    /** @throws NotTeamLeadException when the caller does not command the team */
    public void requireLead(TeamState team) {
        if (!mayLead(team)) {
            throw new NotTeamLeadException(team);
        }
    }
}
