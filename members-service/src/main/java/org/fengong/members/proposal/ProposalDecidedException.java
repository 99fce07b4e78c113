package org.fengong.members.proposal;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ProposalDecidedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ProposalDecidedException(UUID id, ProposalStatus status) {
        super(ProblemKind.CONFLICT, "level-proposal-decided", "The proposal %s is %s already.".formatted(id, status));
        with("proposalStatus", status);
    }
}
