package org.fengong.allocation.offer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets offers expire that nobody has answered in time; every replica looks, the offer's lock lets one of them do it. */
@ApplicationScoped
class OfferExpiry {
    private static final Logger LOG = Logger.getLogger(OfferExpiry.class);
    private static final int MOST_AT_ONCE = 100;

    private final Offers offers;
    private final OfferRepository repository;
    private final OfferConfig config;
    private final Clock clock;

    OfferExpiry(Offers offers, OfferRepository repository, OfferConfig config, Clock clock) {
        this.offers = offers;
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "5s", identity = "offer-expiry", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (config.expire()) {
            expireOverdue();
        }
    }

    void expireOverdue() {
        QuarkusTransaction.requiringNew()
                .call(() -> repository.overdue(clock.instant(), MOST_AT_ONCE))
                .forEach(this::expire);
    }

    /** One that fails is tried again at the next look, and keeps no other from its turn. */
    private void expire(UUID offer) {
        try {
            offers.expire(offer);
        } catch (RuntimeException e) {
            LOG.errorf(e, "An overdue offer could not expire: offerId=%s", offer);
        }
    }
}
