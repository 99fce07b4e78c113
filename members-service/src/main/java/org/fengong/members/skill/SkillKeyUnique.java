package org.fengong.members.skill;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class SkillKeyUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "skill_key_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "skill-key-taken",
                        "Another skill has this key. Choose another one, or change that skill.")
                .violation(Violation.inBody("key", "is taken"));
    }
}
