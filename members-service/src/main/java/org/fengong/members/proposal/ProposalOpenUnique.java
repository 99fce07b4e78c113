package org.fengong.members.proposal;

import jakarta.inject.Singleton;
import org.fengong.platform.problem.ConstraintProblem;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

@Singleton
class ProposalOpenUnique implements ConstraintProblem {
    @Override
    public String constraint() {
        return "level_proposal_open_unique";
    }

    @Override
    public ProblemException problem() {
        return new ProblemException(
                        ProblemKind.CONFLICT,
                        "level-proposal-open",
                        "A proposal for this skill waits for its decision. Withdraw it first.")
                .violation(Violation.inBody("skillId", "has an open proposal"));
    }
}
