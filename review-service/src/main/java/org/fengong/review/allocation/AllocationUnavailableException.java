package org.fengong.review.allocation;

import java.time.Duration;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class AllocationUnavailableException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** @param pause how long allocation-service asks to wait; null for a usual pause */
    AllocationUnavailableException(Duration pause) {
        super(
                ProblemKind.UNAVAILABLE,
                "allocation-unavailable",
                "allocation-service does not answer at the moment. The proposal is still PROPOSED; accept it again"
                        + " later. It leads to one plan, however often it is repeated.");
        retryAfter(pause == null ? PAUSE : pause);
    }
}
