package org.fengong.allocation.plan;

import java.time.Duration;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** The tasks known here contradict each other, because the news of one has come and that of another has not. */
class SnapshotBehindException extends ProblemException {
    private static final long serialVersionUID = 1L;

    static final String SLUG = "snapshot-behind";

    SnapshotBehindException(IllegalArgumentException contradiction) {
        super(
                ProblemKind.CONFLICT,
                SLUG,
                "What is known of the tasks does not fit together yet; try again in a moment. "
                        + contradiction.getMessage());
        initCause(contradiction);
        retryAfter(Duration.ofSeconds(1));
    }
}
