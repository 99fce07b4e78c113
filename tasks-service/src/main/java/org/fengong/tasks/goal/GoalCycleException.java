package org.fengong.tasks.goal;

import java.util.List;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

final class GoalCycleException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /** @param keys from the goal over its parent up to the goal again */
    GoalCycleException(List<String> keys) {
        super(
                ProblemKind.UNPROCESSABLE,
                "goal-cycle",
                "The goals would be part of each other: %s. Choose another parent.".formatted(String.join(" → ", keys)),
                Violation.inBody("parentGoalId", "closes a cycle"));
        with("cycle", keys);
    }
}
