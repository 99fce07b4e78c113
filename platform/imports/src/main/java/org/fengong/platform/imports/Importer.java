package org.fengong.platform.imports;

import java.util.Set;
import java.util.UUID;
import org.fengong.platform.security.Caller;

/**
 * Who asked for an import, with what the token allowed at that moment: the job runs without a request.
 *
 * @param actor whom events name
 * @param memberId of the member who decides, null for none
 * @param everyTeam whether any team may be commanded
 * @param lead whether teams of which the member is the lead may be
 * @param teams those that the token is narrowed to, null when it is not
 */
public record Importer(String subject, String actor, UUID memberId, boolean everyTeam, boolean lead, Set<UUID> teams) {
    static Importer of(Caller caller) {
        return new Importer(
                caller.subject(),
                caller.actorName(),
                caller.memberId().orElse(null),
                caller.commandsEverything(),
                caller.mayLead(),
                caller.narrowedTo().orElse(null));
    }

    /** @param leadId of the team, null when it has none */
    public boolean commands(UUID teamId, UUID leadId) {
        return everyTeam || (lead && memberId != null && memberId.equals(leadId) && covers(teamId));
    }

    /** Whether the token, narrowed or not, says anything of the team. */
    public boolean covers(UUID teamId) {
        return teams == null || teams.contains(teamId);
    }
}
