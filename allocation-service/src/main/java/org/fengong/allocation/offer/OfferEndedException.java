package org.fengong.allocation.offer;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

final class OfferEndedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    private OfferEndedException(OfferStatus status, String detail) {
        super(ProblemKind.CONFLICT, "offer-ended", detail);
        with("offerStatus", status);
    }

    static OfferEndedException of(Offer offer) {
        return new OfferEndedException(
                offer.status(),
                "The offer is %s and stays so. Ask the lead if it should be otherwise.".formatted(offer.status()));
    }

    /** Its time is over, whether or not that was noted already. */
    static OfferEndedException overdue(Offer offer) {
        return new OfferEndedException(
                OfferStatus.EXPIRED,
                "The offer had to be answered by %s. Ask the lead if you still want the role."
                        .formatted(offer.respondBy()));
    }
}
