package org.fengong.allocation.snapshot;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** Absent, or not for this caller: both look the same. */
public class TeamNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TeamNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "team-not-found", "There is no team %s.".formatted(id));
    }
}
