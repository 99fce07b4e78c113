package org.fengong.tasks.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
class TeamSnapshot {
    @Id
    private UUID id;

    private String key;
    private UUID leadId;
    private String timeZone;
    private boolean active;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TeamChanged.TeamMember> members;

    private long version;

    protected TeamSnapshot() {}

    TeamSnapshot(UUID id) {
        this.id = id;
    }

    void take(TeamChanged team) {
        if (team.version() > version) {
            key = team.key();
            leadId = team.leadId();
            timeZone = team.timeZone().getId();
            active = team.active();
            members = team.members();
            version = team.version();
        }
    }

    Team team() {
        return new Team(
                id,
                key,
                leadId,
                ZoneId.of(timeZone),
                active,
                members.stream().map(TeamChanged.TeamMember::memberId).toList());
    }
}
