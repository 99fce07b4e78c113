package org.fengong.allocation.briefing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks for briefings that nobody has acknowledged in time; every replica looks, the reminder's row lets one of them tell. */
@ApplicationScoped
class BriefingReminders {
    private static final Logger LOG = Logger.getLogger(BriefingReminders.class);
    private static final int MOST_AT_ONCE = 200;

    private final BriefingService service;
    private final BriefingConfig config;

    BriefingReminders(BriefingService service, BriefingConfig config) {
        this.service = service;
        this.config = config;
    }

    @Scheduled(every = "1m", identity = "briefing-reminders", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (config.remind()) {
            remindOverdue();
        }
    }

    void remindOverdue() {
        QuarkusTransaction.requiringNew()
                .call(() -> service.unaware(MOST_AT_ONCE))
                .forEach(this::remind);
    }

    /** One that fails is tried again at the next look, and keeps no other from its turn. */
    private void remind(UUID memberId) {
        try {
            service.remind(memberId);
        } catch (RuntimeException e) {
            LOG.errorf(e, "A briefing's reminder failed: memberId=%s", memberId);
        }
    }
}
