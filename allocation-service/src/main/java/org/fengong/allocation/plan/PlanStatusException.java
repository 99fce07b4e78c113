package org.fengong.allocation.plan;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class PlanStatusException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PlanStatusException(Plan plan, String command, String hint) {
        super(
                ProblemKind.CONFLICT,
                "plan-status",
                "The plan is %s and cannot be %s. %s".formatted(plan.status(), command, hint));
        with("planStatus", plan.status());
    }
}
