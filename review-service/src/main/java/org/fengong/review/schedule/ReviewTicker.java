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
import org.fengong.review.review.Forecasts;
import org.fengong.review.urgent.UrgentFindings;

/**
 * Looks every few seconds at what is due, at proposed moves that wait for their forecast, and for what cannot
 * wait for a review. The look itself is a row in the database that one replica picks; the cadence of
 * a team is business time, which may run ahead of the system's, and so is no execution time of the scheduler.
 */
@ApplicationScoped
class ReviewTicker {
    private static final int MISSED_HEARTBEATS = 4;

    private final ScheduleConfig config;
    private final DataSource dataSource;
    private final DueReviews due;
    private final Forecasts forecasts;
    private final UrgentFindings urgent;
    private Scheduler scheduler;

    ReviewTicker(
            ScheduleConfig config, DataSource dataSource, DueReviews due, Forecasts forecasts, UrgentFindings urgent) {
        this.config = config;
        this.dataSource = dataSource;
        this.due = due;
        this.forecasts = forecasts;
        this.urgent = urgent;
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
        var forecast =
                Tasks.recurring("forecast-moves", FixedDelay.of(tick)).execute((task, context) -> forecasts.compute());
        var find = Tasks.recurring("find-urgent", FixedDelay.of(tick)).execute((task, context) -> urgent.look());
        return Scheduler.create(dataSource)
                .startTasks(look, forecast, find)
                .threads(3)
                .pollingInterval(tick)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .build();
    }
}
