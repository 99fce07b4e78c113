package org.fengong.review.division;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.fengong.review.metric.Facts;

@Entity
class OfferSnapshot {
    @Id
    private UUID id;

    private UUID teamId;
    private UUID taskId;
    private UUID memberId;
    private Instant offeredAt;

    @Enumerated(EnumType.STRING)
    private Facts.Answer answer;

    private String reason;
    private long version;

    protected OfferSnapshot() {}

    OfferSnapshot(UUID id) {
        this.id = id;
    }

    void take(OfferTold offer, Facts.Answer told) {
        if (offer.version() > version) {
            teamId = offer.teamId();
            taskId = offer.taskId();
            memberId = offer.memberId();
            offeredAt = offer.offeredAt();
            answer = told;
            reason = offer.reason();
            version = offer.version();
        }
    }

    Facts.Offer fact() {
        return new Facts.Offer(id, taskId, memberId, offeredAt, answer, reason);
    }
}
