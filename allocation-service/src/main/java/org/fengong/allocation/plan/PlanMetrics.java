package org.fengong.allocation.plan;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.fengong.platform.metrics.Sample;

/** What operators see of the planning: plans by status, how long a search takes, how good its result is. */
@ApplicationScoped
class PlanMetrics {
    private final PlanRepository plans;
    private final Timer solve;
    private final DistributionSummary gap;
    private final Sample<Map<PlanStatus, Long>> counts = new Sample<>();

    PlanMetrics(PlanRepository plans, MeterRegistry metrics) {
        this.plans = plans;
        for (var status : PlanStatus.values()) {
            Gauge.builder("fengong.plans", () -> counts.number(known -> known.getOrDefault(status, 0L)))
                    .description("Plans by status")
                    .tag("status", status.name().toLowerCase(Locale.ROOT))
                    .strongReference(true)
                    .register(metrics);
        }
        solve = Timer.builder("fengong.plan.solve")
                .description("Time of the search for one plan")
                .register(metrics);
        gap = DistributionSummary.builder("fengong.plan.gap")
                .description("Share of a solved plan's value that a better one could save at most, 0 to 1")
                .register(metrics);
    }

    void solved(Duration time, double gapOfPlan) {
        solve.record(time);
        gap.record(gapOfPlan);
    }

    @Scheduled(every = "5s", identity = "plan-metrics", concurrentExecution = ConcurrentExecution.SKIP)
    void sample() {
        counts.take(plans::countByStatus);
    }
}
