package org.fengong.allocation.plan;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** A scenario supposes what is not so: nobody can be given work by it. */
class PlanIsScenarioException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PlanIsScenarioException() {
        super(
                ProblemKind.CONFLICT,
                "plan-is-scenario",
                "The plan is a scenario and is never published. Ask for a plan of what is so.");
    }
}
