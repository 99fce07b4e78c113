package org.fengong.members.team;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A team in a list. */
record TeamSummary(
        UUID id,
        String key,
        String name,
        @Schema(nullable = true) UUID departmentId,
        @Schema(nullable = true) UUID leadId,
        String timeZone,
        boolean active,
        long version) {
    static TeamSummary of(Team team) {
        return new TeamSummary(
                team.id(),
                team.key(),
                team.name(),
                team.departmentId(),
                team.leadId(),
                team.timeZone(),
                team.active(),
                team.version());
    }
}
