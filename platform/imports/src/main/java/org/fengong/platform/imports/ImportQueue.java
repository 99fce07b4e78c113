package org.fengong.platform.imports;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
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
 * The queue of imports: rows in the database, leased by whichever replica has a thread free. A replica that dies stops its
 * heartbeat, and after four missed ones another goes on where it was.
 */
@ApplicationScoped
class ImportQueue {
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final ImportConfig config;
    private final DataSource dataSource;
    private final OneTimeTask<Void> runImport;
    private final SchedulerClient client;
    private Scheduler scheduler;

    ImportQueue(ImportConfig config, DataSource dataSource, ImportRunner runner) {
        this.config = config;
        this.dataSource = dataSource;
        this.runImport = Tasks.oneTime("run-import")
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> runner.run(
                        UUID.fromString(instance.getId()),
                        () -> context.getSchedulerState().isShuttingDown()));
        this.client = SchedulerClient.Builder.create(dataSource, runImport).build();
    }

    void start(@Observes StartupEvent event) {
        if (config.run()) {
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
        return Scheduler.create(dataSource, runImport)
                .threads(config.threads())
                .pollingInterval(config.poll())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /** Queues the import in the caller's transaction. */
    void enqueue(UUID importId) {
        client.scheduleIfNotExists(runImport.instance(importId.toString()), Instant.now());
    }
}
