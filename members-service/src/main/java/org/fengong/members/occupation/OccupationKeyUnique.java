package org.fengong.members.occupation;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class OccupationKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "occupation_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "occupation-key-taken",
                        "Another occupation has this key. Choose another one, or change that occupation.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
