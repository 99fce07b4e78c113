package org.fengong.platform.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.platform.metrics.Sample;

/** How much waits in the outbox, and for how long. Looked at every few seconds, however often it is scraped. */
@ApplicationScoped
class OutboxMetrics {
    /** More are not counted, so that counting a long backlog costs no more than this. */
    private static final int MOST_COUNTED = 10_000;

    private final EntityManager entityManager;
    private final Sample<Backlog> backlog = new Sample<>();

    private record Backlog(double pending, double oldestSeconds) {}

    OutboxMetrics(EntityManager entityManager, MeterRegistry metrics) {
        this.entityManager = entityManager;
        Gauge.builder("fengong.outbox.pending", () -> backlog.number(Backlog::pending))
                .description("Events that the broker does not have yet, counted up to " + MOST_COUNTED)
                .strongReference(true)
                .register(metrics);
        Gauge.builder("fengong.outbox.oldest.age", () -> backlog.number(Backlog::oldestSeconds))
                .description("How long the oldest of them has been waiting")
                .baseUnit("seconds")
                .strongReference(true)
                .register(metrics);
    }

    @Scheduled(every = "5s", identity = "outbox-metrics", concurrentExecution = ConcurrentExecution.SKIP)
    void sample() {
        backlog.take(this::look);
    }

    private Backlog look() {
        List<?> oldest = entityManager
                .createNativeQuery("select id from outbox order by position limit 1", UUID.class)
                .getResultList();
        return oldest.isEmpty() ? new Backlog(0, 0) : new Backlog(count(), ageSeconds((UUID) oldest.get(0)));
    }

    private double count() {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from (select from outbox limit :most) counted", Long.class)
                        .setParameter("most", MOST_COUNTED)
                        .getSingleResult())
                .doubleValue();
    }

    /** By the time in the id (version 7), which is system time; the events' own is business time. */
    private static double ageSeconds(UUID id) {
        var born = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        return Math.max(0, Duration.between(born, Instant.now()).toMillis() / 1000.0);
    }
}
