package org.fengong.members.team;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.member.Memberships.TeamMember;
import org.fengong.platform.http.Versioned;

public record TeamResponse(
        UUID id,
        String key,
        String name,
        @Schema(nullable = true) UUID departmentId,
        @Schema(nullable = true) UUID leadId,
        String timeZone,
        Agreement agreement,
        boolean active,
        List<TeamMember> members,
        long version)
        implements Versioned {
    static TeamResponse of(Team team, List<TeamMember> members) {
        return new TeamResponse(
                team.id(),
                team.key(),
                team.name(),
                team.departmentId(),
                team.leadId(),
                team.timeZone(),
                team.agreement(),
                team.active(),
                members,
                team.version());
    }
}
