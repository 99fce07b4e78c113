package org.fengong.allocation.request;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class NotDepartmentLeadException extends ProblemException {
    private static final long serialVersionUID = 1L;

    NotDepartmentLeadException() {
        super(
                ProblemKind.FORBIDDEN,
                "not-department-lead",
                "The request is answered by the lead of the department that is asked.");
    }
}
