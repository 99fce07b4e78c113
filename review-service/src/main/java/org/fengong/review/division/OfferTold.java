package org.fengong.review.division;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.fengong.review.metric.Facts;

/**
 * What became of an offer, as allocation-service tells it.
 *
 * @param reason of the member who declined
 */
record OfferTold(
        @NotNull UUID offerId,
        @NotNull UUID teamId,
        @NotNull UUID taskId,
        @NotNull UUID memberId,
        long version,
        @NotNull Instant offeredAt,
        String reason) {
    static final Map<String, Facts.Answer> TYPES = Map.of(
            "fengong.allocation.assignment-offered.v1", Facts.Answer.PENDING,
            "fengong.allocation.assignment-accepted.v1", Facts.Answer.ACCEPTED,
            "fengong.allocation.assignment-declined.v1", Facts.Answer.DECLINED,
            "fengong.allocation.assignment-expired.v1", Facts.Answer.EXPIRED,
            "fengong.allocation.assignment-rescinded.v1", Facts.Answer.RESCINDED);
}
