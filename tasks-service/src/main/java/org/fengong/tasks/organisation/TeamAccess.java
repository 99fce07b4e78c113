package org.fengong.tasks.organisation;

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
    private final Organisation organisation;

    TeamAccess(Caller caller, Organisation organisation) {
        this.caller = caller;
        this.organisation = organisation;
    }

    /** Teams that the caller may read; empty means all of them. */
    public Optional<Set<UUID>> readable() {
        if (caller.readsEverything()) {
            return Optional.empty();
        }
        return Optional.of(caller.memberId().map(organisation::teamsOf).orElse(Set.of()).stream()
                .filter(caller::tokenCovers)
                .collect(Collectors.toSet()));
    }

    public boolean mayRead(UUID teamId) {
        return readable().map(teams -> teams.contains(teamId)).orElse(true);
    }

    public boolean mayLead(Team team) {
        return caller.isAdmin()
                || (caller.mayLead()
                        && caller.tokenCovers(team.id())
                        && caller.memberId()
                                .filter(member -> member.equals(team.leadId()))
                                .isPresent());
    }

    /** True when the caller is that member. */
    public boolean is(UUID memberId) {
        return memberId != null && caller.memberId().filter(memberId::equals).isPresent();
    }

    /** @throws TeamNotFoundException when the team is unknown or not for this caller */
    public Team requireReadable(UUID teamId) {
        return organisation
                .team(teamId)
                .filter(team -> mayRead(team.id()))
                .orElseThrow(() -> new TeamNotFoundException(teamId));
    }

    /**
     * @throws TeamNotFoundException when the team is unknown or not for this caller
     * @throws NotTeamLeadException when the caller sees it but does not lead it
     */
    public Team requireLed(UUID teamId) {
        var team = requireReadable(teamId);
        requireLead(team);
        return team;
    }

    /**
     * The team that the field {@code teamId} of a body names, and that gets new work.
     *
     * @throws UnknownReferenceException when the team is unknown (yet) or not for this caller
     * @throws NotTeamLeadException when the caller sees it but does not lead it
     * @throws TeamClosedException when it takes no new work
     */
    public Team requireLedReference(UUID teamId) {
        var team = organisation
                .team(teamId)
                .filter(known -> mayRead(known.id()))
                .orElseThrow(() -> new UnknownReferenceException("team", "teamId", teamId));
        requireLead(team);
        if (!team.active()) {
            throw new TeamClosedException(team);
        }
        return team;
    }

    /** @throws NotTeamLeadException when the caller does not command the team */
    public void requireLead(Team team) {
        if (!mayLead(team)) {
            throw new NotTeamLeadException(team);
        }
    }
}
