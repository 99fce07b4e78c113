package org.fengong.allocation.offer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.fengong.allocation.Sweeps;

/** Lets offers expire that nobody has answered in time; every replica looks, the offer's lock lets one of them do it. */
@ApplicationScoped
class OfferExpiry {
    private static final int MOST_AT_ONCE = 100;

    private final Offers offers;
    private final OfferRepository repository;
    private final Sweeps sweeps;
    private final OfferConfig config;
    private final Clock clock;

    OfferExpiry(Offers offers, OfferRepository repository, Sweeps sweeps, OfferConfig config, Clock clock) {
        this.offers = offers;
        this.repository = repository;
        this.sweeps = sweeps;
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
        sweeps.each(
                "offer-expiry",
                QuarkusTransaction.requiringNew().call(() -> repository.overdue(clock.instant(), MOST_AT_ONCE)),
                offers::expire);
    }
}
