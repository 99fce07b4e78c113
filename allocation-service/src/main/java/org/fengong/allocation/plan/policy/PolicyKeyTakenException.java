package org.fengong.allocation.plan.policy;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

class PolicyKeyTakenException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PolicyKeyTakenException() {
        super(
                ProblemKind.CONFLICT,
                "policy-key-taken",
                "A preset or another policy of the team has this key. Choose another one, or change that policy.");
        violation(Violation.inBody("key", "is taken"));
    }
}
