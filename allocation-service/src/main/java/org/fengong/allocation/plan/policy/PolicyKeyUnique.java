package org.fengong.allocation.plan.policy;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;

@Singleton
class PolicyKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "policy_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new PolicyKeyTakenException();
    }
}
