package org.fengong.review.review;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.review.organisation.Team;

class TeamWithoutLeadException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TeamWithoutLeadException(Team team) {
        super(
                ProblemKind.CONFLICT,
                "team-without-lead",
                "The team %s has no lead in whose name a plan could be asked for. Give it one first."
                        .formatted(team.name()));
    }
}
