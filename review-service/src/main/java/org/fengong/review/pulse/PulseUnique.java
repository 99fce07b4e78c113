package org.fengong.review.pulse;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;

@Singleton
class PulseUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "pulse_unique";
    }

    @Override
    public ProblemException problem() {
        return new PulseAlreadyGivenException();
    }
}
