package org.fengong.review.urgent;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class UrgentFindingNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    UrgentFindingNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "finding-not-found", "The team has no urgent finding %s.".formatted(id));
    }
}
