package org.fengong.review.organisation;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

public class TeamWithoutLeadException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public TeamWithoutLeadException(Team team) {
        super(
                ProblemKind.CONFLICT,
                "team-without-lead",
                "The team %s has no lead in whose name another service could be asked. Give it one first."
                        .formatted(team.name()));
    }
}
