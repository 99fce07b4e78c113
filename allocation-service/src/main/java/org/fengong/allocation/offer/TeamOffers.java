package org.fengong.allocation.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What other features may ask of offers. */
@ApplicationScoped
public class TeamOffers {
    private final OfferRepository offers;

    TeamOffers(OfferRepository offers) {
        this.offers = offers;
    }

    /** By assignment; nothing for those that were never put to their member. */
    public Map<UUID, OfferResponse> ofAssignments(Collection<UUID> assignmentIds) {
        return offers.list("assignmentId in ?1", assignmentIds).stream()
                .map(OfferResponse::of)
                .collect(Collectors.toMap(OfferResponse::assignmentId, Function.identity()));
    }
}
