package org.fengong.review.pulse;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.review.organisation.Team;
import org.threeten.extra.YearWeek;

class NotTeamMemberException extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotTeamMemberException(Team team, YearWeek week) {
        super(
                ProblemKind.FORBIDDEN,
                "not-team-member",
                "Only who belongs to the team %s in %s says how the week was.".formatted(team.name(), week));
    }
}
