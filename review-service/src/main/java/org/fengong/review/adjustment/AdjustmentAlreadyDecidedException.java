package org.fengong.review.adjustment;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class AdjustmentAlreadyDecidedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    AdjustmentAlreadyDecidedException(Adjustment adjustment) {
        super(
                ProblemKind.CONFLICT,
                "adjustment-already-decided",
                "The adjustment %s is %s and is not decided again. Wait for what the next review proposes."
                        .formatted(adjustment.id(), adjustment.status()));
        with("decision", adjustment.status());
        with("decidedAt", adjustment.decidedAt());
        if (adjustment.planId() != null) {
            with("planId", adjustment.planId());
        }
    }
}
