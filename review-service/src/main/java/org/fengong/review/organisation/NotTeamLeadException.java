package org.fengong.review.organisation;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class NotTeamLeadException extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotTeamLeadException(Team team) {
        super(
                ProblemKind.FORBIDDEN,
                "not-team-lead",
                "You see the team %s but do not lead it. Ask its lead.".formatted(team.name()));
    }
}
