package org.fengong.allocation.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.fengong.platform.metrics.Sample;

/** How many deliveries wait and how many have failed for good. Looked at now and then, however often it is scraped. */
@ApplicationScoped
class WebhookMetrics {
    /** More are not counted, so that counting a long backlog costs no more than this. */
    private static final int MOST_COUNTED = 10_000;

    private final EntityManager entityManager;
    private final Sample<Counts> counts = new Sample<>();

    /** Of an attempt. */
    enum Outcome {
        DELIVERED,
        /** Another attempt follows. */
        FAILED,
        DEAD
    }

    private final Map<Outcome, Counter> attempts = new EnumMap<>(Outcome.class);

    private record Counts(double pending, double dead) {}

    WebhookMetrics(EntityManager entityManager, MeterRegistry metrics) {
        this.entityManager = entityManager;
        Gauge.builder("fengong.webhooks.pending", () -> counts.number(Counts::pending))
                .description("Messages that their webhooks do not have yet, counted up to " + MOST_COUNTED)
                .strongReference(true)
                .register(metrics);
        Gauge.builder("fengong.webhooks.dead", () -> counts.number(Counts::dead))
                .description("Messages that are not sent any more, counted up to " + MOST_COUNTED)
                .strongReference(true)
                .register(metrics);
        for (var outcome : Outcome.values()) {
            attempts.put(
                    outcome,
                    metrics.counter(
                            "fengong.webhooks.attempts",
                            "outcome",
                            outcome.name().toLowerCase(Locale.ROOT)));
        }
    }

    void count(Outcome outcome) {
        attempts.get(outcome).increment();
    }

    @Scheduled(every = "15s", identity = "webhook-metrics", concurrentExecution = ConcurrentExecution.SKIP)
    void sample() {
        counts.take(() -> new Counts(count("status in ('PENDING', 'SENDING')"), count("status = 'DEAD'")));
    }

    private double count(String condition) {
        return ((Number) entityManager
                        .createNativeQuery(
                                "select count(*) from (select from webhook_delivery where " + condition
                                        + " limit :most) counted",
                                Long.class)
                        .setParameter("most", MOST_COUNTED)
                        .getSingleResult())
                .doubleValue();
    }
}
