package org.fengong.members.team;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Absent, or not for this caller to change. */
public class TeamNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public TeamNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "team-not-found", "There is no team %s.".formatted(id));
    }
}
