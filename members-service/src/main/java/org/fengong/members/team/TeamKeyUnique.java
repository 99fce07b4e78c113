package org.fengong.members.team;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class TeamKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "team_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "team-key-taken",
                        "Another team has this key. Choose another one, or change that team.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
