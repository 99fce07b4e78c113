package org.fengong.allocation.request;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class RequestAnsweredException extends ProblemException {
    private static final long serialVersionUID = 1L;

    RequestAnsweredException(DepartmentRequest request) {
        super(
                ProblemKind.CONFLICT,
                "request-answered",
                "The request is %s and takes no further answer.".formatted(request.status()));
    }
}
