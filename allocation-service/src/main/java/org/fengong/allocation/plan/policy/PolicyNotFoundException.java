package org.fengong.allocation.plan.policy;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class PolicyNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PolicyNotFoundException(UUID id) {
        this("There is no policy %s.".formatted(id));
    }

    PolicyNotFoundException(UUID id, long version) {
        this("The policy %s has no version %d.".formatted(id, version));
    }

    private PolicyNotFoundException(String detail) {
        super(ProblemKind.NOT_FOUND, "policy-not-found", detail);
    }
}
