package org.fengong.members.occupation;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class OccupationEscoUriUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "occupation_esco_uri_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "occupation-esco-uri-taken",
                        "Another occupation has this address in ESCO. Change that occupation.")
                .violation(Violation.inBody("escoUri", "is taken"));
    }
}
