package org.fengong.allocation;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;

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
            var before = statistics.getPrepareStatementCount();
            request.run();
            return statistics.getPrepareStatementCount() - before;
        } finally {
            scheduler.resume();
        }
    }
}
