package org.fengong.allocation.offer;

import java.time.Instant;
import java.util.UUID;

/** What happened to an offer: the data of the events assignment-offered, -accepted, -declined, -expired and -rescinded. */
record OfferChanged(
        UUID offerId,
        UUID assignmentId,
        UUID taskId,
        UUID roleId,
        UUID teamId,
        UUID memberId,
        long version,
        Instant offeredAt,
        Instant respondBy,
        String actor,
        String reason) {
    static String type(OfferStatus status) {
        return switch (status) {
            case PENDING -> "fengong.allocation.assignment-offered.v1";
            case ACCEPTED -> "fengong.allocation.assignment-accepted.v1";
            case DECLINED -> "fengong.allocation.assignment-declined.v1";
            case EXPIRED -> "fengong.allocation.assignment-expired.v1";
            case RESCINDED -> "fengong.allocation.assignment-rescinded.v1";
        };
    }

    static OfferChanged of(Offer offer) {
        return new OfferChanged(
                offer.id(),
                offer.assignmentId(),
                offer.taskId(),
                offer.roleId(),
                offer.teamId(),
                offer.memberId(),
                offer.version(),
                offer.offeredAt(),
                offer.respondBy(),
                offer.actor(),
                offer.reason());
    }
}
