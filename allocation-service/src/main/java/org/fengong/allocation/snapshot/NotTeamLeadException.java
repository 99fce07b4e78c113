package org.fengong.allocation.snapshot;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** The caller sees the team but does not command it. */
class NotTeamLeadException extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotTeamLeadException(TeamState team) {
        super(
                ProblemKind.FORBIDDEN,
                "not-team-lead",
                "Only the lead of the team %s may do this. Ask the lead.".formatted(team.key()));
    }
}
