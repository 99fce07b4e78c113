package org.fengong.tasks.goal;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class GoalNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    GoalNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "goal-not-found", "There is no goal %s.".formatted(id));
    }
}
