package org.fengong.members.skill;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class SkillExternalIdUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "skill_external_id_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "external-id-taken",
                        "Another skill has this id of the external source. Change that skill, or merge the two.")
                .violation(Violation.inBody("externalId", "is taken"));
    }
}
