package org.fengong.members.proposal;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ProposalNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ProposalNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "level-proposal-not-found", "The member has no proposal %s.".formatted(id));
    }
}
