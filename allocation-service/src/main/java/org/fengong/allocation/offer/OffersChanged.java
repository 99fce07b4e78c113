package org.fengong.allocation.offer;

import java.util.List;

/** Offers were made or ended in this transaction. */
public record OffersChanged(List<OfferResponse> offers) {}
