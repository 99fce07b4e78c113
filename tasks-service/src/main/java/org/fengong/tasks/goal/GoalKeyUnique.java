package org.fengong.tasks.goal;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class GoalKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "goal_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "goal-key-taken",
                        "Another goal of the team has this key. Choose another one, or change that goal.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
