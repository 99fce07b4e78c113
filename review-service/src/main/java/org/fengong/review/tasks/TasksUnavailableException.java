package org.fengong.review.tasks;

import java.time.Duration;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TasksUnavailableException extends ProblemException {
    private static final long serialVersionUID = 1L;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** @param pause how long tasks-service asks to wait; null for a usual pause */
    TasksUnavailableException(Duration pause) {
        super(
                ProblemKind.UNAVAILABLE,
                "tasks-unavailable",
                "tasks-service does not answer at the moment. The proposal is still PROPOSED; accept it again later. What"
                        + " was changed already is not changed twice.");
        retryAfter(pause == null ? PAUSE : pause);
    }
}
