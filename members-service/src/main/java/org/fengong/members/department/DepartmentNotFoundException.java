package org.fengong.members.department;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class DepartmentNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    DepartmentNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "department-not-found", "There is no department %s.".formatted(id));
    }
}
