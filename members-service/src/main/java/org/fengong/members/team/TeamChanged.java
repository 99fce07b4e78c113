package org.fengong.members.team;

import java.util.List;
import java.util.UUID;
import org.fengong.members.member.Memberships.TeamMember;

/** A team as it is now, with everybody who is, was or will be in it. */
record TeamChanged(
        UUID teamId,
        String key,
        long version,
        String name,
        UUID departmentId,
        UUID leadId,
        String timeZone,
        Agreement agreement,
        boolean active,
        List<TeamMember> members) {
    static final String TYPE = "fengong.members.team-changed.v1";

    static TeamChanged of(Team team, List<TeamMember> members) {
        return new TeamChanged(
                team.id(),
                team.key(),
                team.version(),
                team.name(),
                team.departmentId(),
                team.leadId(),
                team.timeZone(),
                team.agreement(),
                team.active(),
                members);
    }
}
