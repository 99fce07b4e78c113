package org.fengong.allocation.plan;

import java.util.Locale;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** A scenario supposes what is not so: nobody can be given work by it. */
class PlanIsScenarioException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PlanIsScenarioException(PlanKind kind) {
        super(
                ProblemKind.CONFLICT,
                "plan-is-scenario",
                "The plan is a %s and is never published. Ask for a plan of what is so."
                        .formatted(kind.name().toLowerCase(Locale.ROOT)));
    }
}
