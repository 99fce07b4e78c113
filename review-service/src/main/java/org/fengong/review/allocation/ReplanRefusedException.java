package org.fengong.review.allocation;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.review.remote.RemoteProblem;

class ReplanRefusedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ReplanRefusedException(ProblemKind kind, String slug, RemoteProblem problem) {
        super(
                kind,
                slug,
                "allocation-service does not start this plan: %s The proposal is still PROPOSED."
                        .formatted(problem.reason()));
        if (problem.body() != null) {
            with("allocationProblem", problem.body());
        }
        if (problem.retryAfter() != null) {
            retryAfter(problem.retryAfter());
        }
    }
}
