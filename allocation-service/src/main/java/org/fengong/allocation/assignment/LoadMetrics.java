package org.fengong.allocation.assignment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.fengong.platform.time.Weeks;

/** In how many weeks, from this one on, somebody has more to do than time for it. */
@ApplicationScoped
class LoadMetrics {
    private final LoadBook loads;
    private final Clock clock;
    private volatile double overloadedWeeks = Double.NaN; // as long as the database is away

    LoadMetrics(LoadBook loads, Clock clock, MeterRegistry metrics) {
        this.loads = loads;
        this.clock = clock;
        Gauge.builder("fengong.overloaded.member.weeks", () -> overloadedWeeks)
                .description("Weeks of members, from the current one on, whose load exceeds the capacity")
                .strongReference(true)
                .register(metrics);
    }

    @Scheduled(every = "5s", identity = "load-metrics", concurrentExecution = ConcurrentExecution.SKIP)
    void sample() {
        try {
            overloadedWeeks =
                    QuarkusTransaction.requiringNew().call(() -> loads.countOverloaded(Weeks.of(LocalDate.now(clock))));
        } catch (RuntimeException e) {
            overloadedWeeks = Double.NaN;
        }
    }
}
