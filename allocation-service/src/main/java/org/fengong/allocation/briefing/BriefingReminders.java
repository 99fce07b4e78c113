package org.fengong.allocation.briefing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.fengong.allocation.Sweeps;

/** Looks for briefings that nobody has acknowledged in time; every replica looks, the reminder's row lets one of them tell. */
@ApplicationScoped
class BriefingReminders {
    private static final int MOST_AT_ONCE = 200;

    private final BriefingService service;
    private final Sweeps sweeps;
    private final BriefingConfig config;

    BriefingReminders(BriefingService service, Sweeps sweeps, BriefingConfig config) {
        this.service = service;
        this.sweeps = sweeps;
        this.config = config;
    }

    @Scheduled(every = "1m", identity = "briefing-reminders", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (config.remind()) {
            remindOverdue();
        }
    }

    void remindOverdue() {
        sweeps.each(
                "briefing-reminders",
                QuarkusTransaction.requiringNew().call(() -> service.unaware(MOST_AT_ONCE)),
                service::remind);
    }
}
