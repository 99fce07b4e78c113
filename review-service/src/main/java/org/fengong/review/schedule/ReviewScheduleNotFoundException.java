package org.fengong.review.schedule;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ReviewScheduleNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ReviewScheduleNotFoundException(UUID teamId) {
        super(
                ProblemKind.NOT_FOUND,
                "review-schedule-not-found",
                "The team %s has no review schedule. Its lead can put one.".formatted(teamId));
    }
}
