package org.fengong.members.skill;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class SkillEscoUriUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "skill_esco_uri_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "esco-uri-taken",
                        "Another skill has this address in ESCO. Change that skill, or merge the two.")
                .violation(Violation.inBody("escoUri", "is taken"));
    }
}
