package org.fengong.members.department;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class DepartmentKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "department_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "department-key-taken",
                        "Another department has this key. Choose another one, or change that department.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
