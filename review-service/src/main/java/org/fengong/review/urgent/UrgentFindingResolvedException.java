package org.fengong.review.urgent;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class UrgentFindingResolvedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    UrgentFindingResolvedException(UUID id) {
        super(
                ProblemKind.CONFLICT,
                "finding-resolved",
                "The finding %s is no longer so, and nothing is left to decide.".formatted(id));
    }
}
