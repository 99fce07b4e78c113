package org.fengong.review.tasks;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.review.remote.RemoteProblem;

class TaskChangeRefusedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TaskChangeRefusedException(ProblemKind kind, String slug, RemoteProblem problem) {
        super(
                kind,
                slug,
                "tasks-service does not make this change: %s The proposal is still PROPOSED."
                        .formatted(problem.reason()));
        if (problem.body() != null) {
            with("tasksProblem", problem.body());
        }
        if (problem.retryAfter() != null) {
            retryAfter(problem.retryAfter());
        }
    }
}
