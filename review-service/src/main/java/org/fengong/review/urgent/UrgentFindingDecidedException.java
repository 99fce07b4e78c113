package org.fengong.review.urgent;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class UrgentFindingDecidedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    UrgentFindingDecidedException(UrgentFinding finding) {
        super(
                ProblemKind.CONFLICT,
                "finding-already-decided",
                "What answers the finding %s is %s and is not decided again."
                        .formatted(finding.id(), finding.proposal().status()));
        with("decision", finding.proposal().status());
        with("decidedAt", finding.proposal().decidedAt());
        if (finding.proposal().planId() != null) {
            with("planId", finding.proposal().planId());
        }
    }
}
