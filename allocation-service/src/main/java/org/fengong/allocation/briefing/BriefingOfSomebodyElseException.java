package org.fengong.allocation.briefing;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class BriefingOfSomebodyElseException extends ProblemException {
    private static final long serialVersionUID = 1L;

    BriefingOfSomebodyElseException() {
        super(
                ProblemKind.FORBIDDEN,
                "briefing-of-somebody-else",
                "A briefing is acknowledged by the member that it is for.");
    }
}
