package org.fengong.review.pulse;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class PulseAlreadyGivenException extends ProblemException {
    private static final long serialVersionUID = 1L;

    PulseAlreadyGivenException() {
        super(
                ProblemKind.CONFLICT,
                "pulse-already-given",
                "You have given this team your pulse of the week. Give the next one for another week.");
    }
}
