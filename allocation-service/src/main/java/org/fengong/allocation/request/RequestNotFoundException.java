package org.fengong.allocation.request;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class RequestNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    RequestNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "request-not-found", "There is no request %s.".formatted(id));
    }
}
