package org.fengong.allocation.offer;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class OfferForSomebodyElseException extends ProblemException {
    private static final long serialVersionUID = 1L;

    OfferForSomebodyElseException() {
        super(
                ProblemKind.FORBIDDEN,
                "offer-for-somebody-else",
                "The offer is answered by the member it was made to. A lead can give the role to somebody outright.");
    }
}
