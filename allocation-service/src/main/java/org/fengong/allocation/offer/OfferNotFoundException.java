package org.fengong.allocation.offer;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class OfferNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    OfferNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "offer-not-found", "There is no offer %s.".formatted(id));
    }
}
