package org.fengong.allocation.offer;

/** Where an offer stands; all but the first are final. */
public enum OfferStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    /** Nobody answered in time. */
    EXPIRED,
    /** The assignment ended before there was an answer. */
    RESCINDED
}
