package org.fengong.members.department;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;

@Singleton
class DepartmentKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "department_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new DepartmentKeyTakenException();
    }
}
