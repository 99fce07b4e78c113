package org.fengong.allocation.plan;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The queue of plans to be solved: rows in the database, leased by whichever replica has a thread free. A replica that
 * dies stops its heartbeat, and after four missed ones another takes its plan over.
 */
@ApplicationScoped
class PlanJobs {
    private static final int MISSED_HEARTBEATS = 4;
    /** Tells apart replicas of one host: a sign of life is that of the process that has picked the plan. */
    private static final SchedulerName NAME = new SchedulerName.Fixed("%s-%d"
            .formatted(
                    new SchedulerName.Hostname().getName(),
                    ProcessHandle.current().pid()));

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final PlanningConfig config;
    private final DataSource dataSource;
    private final PlanRepository plans;
    private final OneTimeTask<Void> solvePlan;
    private final SchedulerClient client;
    private Scheduler scheduler;

    PlanJobs(PlanningConfig config, DataSource dataSource, PlanRepository plans, PlanJob job) {
        this.plans = plans;
        this.config = config;
        this.dataSource = dataSource;
        this.solvePlan = Tasks.oneTime("solve-plan")
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> job.run(
                        UUID.fromString(instance.getId()),
                        () -> context.getSchedulerState().isShuttingDown()));
        this.client = SchedulerClient.Builder.create(dataSource, solvePlan)
                .enablePriority()
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (config.solve()) {
            scheduler = create();
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** Another worker on the same queue; not started yet. */
    Scheduler create() {
        return Scheduler.create(dataSource, solvePlan)
                .schedulerName(NAME)
                .threads(config.threads())
                .enablePriority()
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /**
     * Queues the plan in the caller's transaction. The more plans its team has waiting, the later it comes: each team's
     * first plan goes before any team's second, and before those that nobody asked for.
     */
    void enqueue(Plan plan) {
        int others = (int) Math.min(Short.MAX_VALUE - 1, plans.countSolvingBeside(plan));
        client.scheduleIfNotExists(
                solvePlan
                        .instanceBuilder(plan.id().toString())
                        .priority(plan.cause() == null ? -others : -others - 1)
                        .build(),
                Instant.now());
    }
}
