package org.fengong.review.tasks;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ProposalOutdatedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ProposalOutdatedException(UUID taskId, UUID roleId) {
        super(
                ProblemKind.CONFLICT,
                "proposal-outdated",
                "The role %s of the task %s is completed, gone or otherwise than when this was proposed. Decline it and see"
                                .formatted(roleId, taskId)
                        + " what the next review proposes.");
        with("taskId", taskId);
        with("roleId", roleId);
    }
}
