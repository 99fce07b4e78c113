package org.fengong.tasks.organisation;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** The team is no longer active: what it has can be finished, nothing new begins. */
class TeamClosedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TeamClosedException(Team team) {
        super(
                ProblemKind.CONFLICT,
                "team-closed",
                "The team %s is closed and takes no new goals and tasks. Choose another team.".formatted(team.key()));
    }
}
