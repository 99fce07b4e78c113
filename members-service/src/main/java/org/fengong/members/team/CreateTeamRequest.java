package org.fengong.members.team;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.members.Keys;

/**
 * What a team is made of; also the form that a merge patch changes.
 *
 * @param leadId member who plans for the team
 * @param timeZone IANA name; the team's due dates and weeks are read in it
 * @param agreement default LEAD
 * @param active default true
 */
@Schema(name = "CreateTeamRequest", examples = """
        {"key": "growth-marketing", "name": "Growth marketing", "timeZone": "Europe/Lisbon"}""")
record CreateTeamRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Size(max = Keys.MAX_LENGTH)
        String key,

        @NotBlank @Size(max = 120) String name,
        UUID departmentId,
        UUID leadId,
        @NotBlank @Size(max = 60) String timeZone,
        Agreement agreement,
        Boolean active) {
    static CreateTeamRequest of(Team team) {
        return new CreateTeamRequest(
                team.key(),
                team.name(),
                team.departmentId(),
                team.leadId(),
                team.timeZone(),
                team.agreement(),
                team.active());
    }
}
