package org.fengong.tasks.template;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class TemplateKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "task_template_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "template-key-taken",
                        "Another template of the team has this key. Choose another one, or change that template.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
