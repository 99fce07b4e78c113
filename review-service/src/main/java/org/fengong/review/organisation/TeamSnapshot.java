package org.fengong.review.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Entity
class TeamSnapshot {
    @Id
    private UUID id;

    private String key;
    private String name;
    private UUID leadId;
    private UUID departmentId;
    private String timeZone;
    private boolean active;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "team_membership", joinColumns = @JoinColumn(name = "team_id"))
    private List<Membership> memberships = new ArrayList<>();

    private long version;

    protected TeamSnapshot() {}

    TeamSnapshot(UUID id) {
        this.id = id;
    }

    void take(TeamChanged team) {
        if (team.version() <= version) {
            return;
        }
        key = team.key();
        name = team.name();
        leadId = team.leadId();
        departmentId = team.departmentId();
        timeZone = ZoneId.of(team.timeZone()).getId();
        active = team.active();
        memberships.clear();
        memberships.addAll(team.memberships());
        version = team.version();
    }

    Team team() {
        return new Team(id, name, leadId, departmentId, ZoneId.of(timeZone), active, List.copyOf(memberships));
    }
}
