package org.fengong.review.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Looks every few seconds at what is due. The look itself is a row in the database that one replica picks; the cadence of
 * a team is business time, which may run ahead of the system's, and so is no execution time of the scheduler.
 */
@ApplicationScoped
class ReviewTicker {
    private static final int MISSED_HEARTBEATS = 4;

    private final ScheduleConfig config;
    private final DataSource dataSource;
    private final DueReviews due;
    private Scheduler scheduler;

    ReviewTicker(ScheduleConfig config, DataSource dataSource, DueReviews due) {
        this.config = config;
        this.dataSource = dataSource;
        this.due = due;
    }

    void start(@Observes StartupEvent event) {
        if (config.run()) {
            scheduler = create(config.tick(), config.heartbeat());
            scheduler.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (scheduler != null) {
            scheduler.stop();
        }
    }

    /** Not started yet. */
    Scheduler create(Duration tick, Duration heartbeat) {
        var look = Tasks.recurring("open-due-reviews", FixedDelay.of(tick)).execute((task, context) -> due.open());
        return Scheduler.create(dataSource)
                .startTasks(look)
                .threads(1)
                .pollingInterval(tick)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .build();
    }
}
