package org.fengong.allocation.offer;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * An offer.
 *
 * @param respondBy moment at which it expires: the end of the last working day that the member has to answer
 * @param endedAt when it was answered, expired or was rescinded
 * @param actor who did what the status says: for a pending one who published it
 * @param reason of a decline
 */
public record OfferResponse(
        UUID id,
        UUID assignmentId,
        UUID taskId,
        UUID roleId,
        UUID teamId,
        UUID memberId,
        OfferStatus status,
        Instant offeredAt,
        Instant respondBy,
        @Schema(nullable = true) Instant endedAt,
        @Schema(nullable = true) String actor,
        @Schema(nullable = true) String reason,
        long version)
        implements Versioned {
    static OfferResponse of(Offer offer) {
        return new OfferResponse(
                offer.id(),
                offer.assignmentId(),
                offer.taskId(),
                offer.roleId(),
                offer.teamId(),
                offer.memberId(),
                offer.status(),
                offer.offeredAt(),
                offer.respondBy(),
                offer.endedAt(),
                offer.actor(),
                offer.reason(),
                offer.version());
    }
}
