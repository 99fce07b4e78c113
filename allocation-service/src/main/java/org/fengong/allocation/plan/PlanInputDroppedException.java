package org.fengong.allocation.plan;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** What the plan was made from is not kept for good. */
class PlanInputDroppedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PlanInputDroppedException(Plan plan) {
        super(
                ProblemKind.CONFLICT,
                "plan-input-dropped",
                "What the plan of %s was made from is not kept any more. Name a newer one."
                        .formatted(plan.requestedAt()));
    }
}
