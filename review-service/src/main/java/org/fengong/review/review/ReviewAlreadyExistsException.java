package org.fengong.review.review;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ReviewAlreadyExistsException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ReviewAlreadyExistsException() {
        super(
                ProblemKind.CONFLICT,
                "review-already-exists",
                "This period of the team is reviewed already. Read that review, or choose other weeks.");
    }
}
