package org.fengong.members.department;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

class DepartmentKeyTakenException extends ProblemException {
    private static final long serialVersionUID = 1L;

    DepartmentKeyTakenException() {
        super(
                ProblemKind.CONFLICT,
                "department-key-taken",
                "Another department has this key. Choose another one, or change that department.");
        violation(Violation.inBody("key", "is taken"));
    }
}
