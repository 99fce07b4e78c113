package org.fengong.allocation.notify;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.fengong.allocation.snapshot.MemberForgotten;

/** Forgets what was read long ago; what nobody has read stays. */
@ApplicationScoped
class NotificationRetention {
    private static final int MOST_AT_ONCE = 1000;
    private static final int MOST_ROUNDS = 100;

    private final NotificationRepository notifications;
    private final NotificationConfig config;
    private final Clock clock;

    NotificationRetention(NotificationRepository notifications, NotificationConfig config, Clock clock) {
        this.notifications = notifications;
        this.config = config;
        this.clock = clock;
    }

    /** What the member was told, and the name and the words of the member in what others were told. */
    void memberForgotten(@Observes MemberForgotten forgotten) {
        notifications.forget(forgotten.memberId(), forgotten.formerName());
    }

    @Scheduled(every = "1h", delayed = "2m", identity = "notifications", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        var before = clock.instant().minus(config.retention());
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var deleted =
                    QuarkusTransaction.requiringNew().call(() -> notifications.deleteReadBefore(before, MOST_AT_ONCE));
            if (deleted < MOST_AT_ONCE) {
                return;
            }
        }
    }
}
