package org.fengong.allocation.assignment;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.fengong.platform.metrics.Sample;
import org.fengong.platform.time.Weeks;

/** In how many weeks, from this one on, somebody has more to do than time for it. */
@ApplicationScoped
class LoadMetrics {
    private final LoadBook loads;
    private final Clock clock;
    private final Sample<Long> overloadedWeeks = new Sample<>();

    LoadMetrics(LoadBook loads, Clock clock, MeterRegistry metrics) {
        this.loads = loads;
        this.clock = clock;
        Gauge.builder("fengong.overloaded.member.weeks", () -> overloadedWeeks.number(Long::doubleValue))
                .description("Weeks of members, from the current one on, whose load exceeds the capacity")
                .strongReference(true)
                .register(metrics);
    }

    @Scheduled(every = "5s", identity = "load-metrics", concurrentExecution = ConcurrentExecution.SKIP)
    void sample() {
        overloadedWeeks.take(() -> loads.countOverloaded(Weeks.of(LocalDate.now(clock))));
    }
}
