package org.fengong.tasks.task;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class TaskKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "task_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "task-key-taken",
                        "Another task of the team has this key. Choose another one, or change that task.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
