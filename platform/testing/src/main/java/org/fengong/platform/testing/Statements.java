package org.fengong.platform.testing;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts what Hibernate asks of the database, to show that more things need no more questions. */
public final class Statements {
    private Statements() {}

    public static long countedIn(Runnable request) {
        var statistics = Arc.container()
                .instance(EntityManagerFactory.class)
                .get()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        var scheduler = Arc.container().instance(Scheduler.class).get();
        scheduler.pause(); // the samplers of metrics ask the database, too
        try {
            var before = atRest(statistics);
            request.run();
            return statistics.getPrepareStatementCount() - before;
        } finally {
            scheduler.resume();
        }
    }

    /** What had begun before the pause comes to its end. */
    private static long atRest(Statistics statistics) {
        var last = new AtomicLong(-1);
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(100)).until(() -> {
            var now = statistics.getPrepareStatementCount();
            return last.getAndSet(now) == now;
        });
        return last.get();
    }
}
