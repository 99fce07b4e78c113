package org.fengong.members.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** What other features may ask of the teams. */
@ApplicationScoped
public class Teams {
    private final TeamRepository teams;

    Teams(TeamRepository teams) {
        this.teams = teams;
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
