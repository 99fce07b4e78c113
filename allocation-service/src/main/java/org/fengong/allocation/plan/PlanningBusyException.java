package org.fengong.allocation.plan;

import java.time.Duration;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** As many questions of this sort are being answered as this replica takes at a time. */
final class PlanningBusyException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PlanningBusyException(String what, Duration pause) {
        super(ProblemKind.UNAVAILABLE, "planning-busy", "%s. Ask again in a moment.".formatted(what));
        retryAfter(pause);
    }
}
