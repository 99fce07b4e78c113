package org.fengong.members.member;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class MemberKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "member_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "member-key-taken",
                        "Another member has this key. Choose another one, or change that member.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
