package org.fengong.review.review;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ReviewNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ReviewNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "review-not-found", "There is no review %s.".formatted(id));
    }
}
