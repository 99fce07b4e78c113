package org.fengong.review.allocation;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ReplanRefusedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ReplanRefusedException(ProblemKind kind, String slug, AllocationProblem problem) {
        super(
                kind,
                slug,
                "allocation-service does not start this plan: %s The adjustment is still PROPOSED."
                        .formatted(reasonOf(problem)));
        if (problem.body() != null) {
            with("allocationProblem", problem.body());
        }
        if (problem.retryAfter() != null) {
            retryAfter(problem.retryAfter());
        }
    }

    private static String reasonOf(AllocationProblem problem) {
        return problem.body() == null || problem.body().detail() == null
                ? "it answered %d.".formatted(problem.status())
                : problem.body().detail();
    }
}
