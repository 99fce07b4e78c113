package org.fengong.allocation.plan;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** What plans were made from may be megabytes each; it is dropped when they have been of no use for long. */
@ApplicationScoped
class InputRetention {
    private final PlanRepository plans;
    private final PlanningConfig config;
    private final Clock clock;

    InputRetention(PlanRepository plans, PlanningConfig config, Clock clock) {
        this.plans = plans;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "plan-inputs", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void drop() {
        plans.dropInputsBefore(clock.instant().minus(config.inputRetention()));
    }
}
