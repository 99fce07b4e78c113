package org.fengong.allocation.plan;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class PlanNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PlanNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "plan-not-found", "There is no plan %s.".formatted(id));
    }
}
