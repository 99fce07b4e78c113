package org.fengong.review.review;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;

@Singleton
class ReviewPeriodUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "review_period_unique";
    }

    @Override
    public ProblemException problem() {
        return new ReviewAlreadyExistsException();
    }
}
