package org.fengong.platform.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/** How often the running transaction has read a table from end to end, and by its indexes. */
public record Scans(long sequential, long byIndex) {
    /** What the reading of a list has added. */
    public static Scans of(EntityManager entityManager, String table, Runnable list) {
        var before = now(entityManager, table);
        list.run();
        var after = now(entityManager, table);
        return new Scans(after.sequential - before.sequential, after.byIndex - before.byIndex);
    }

    private static Scans now(EntityManager entityManager, String table) {
        var row = (Tuple) entityManager
                .createNativeQuery(
                        "select seq_scan, idx_scan from pg_stat_xact_user_tables where relname = :table", Tuple.class)
                .setParameter("table", table)
                .getSingleResult();
        return new Scans(
                row.get(0, Number.class).longValue(), row.get(1, Number.class).longValue());
    }
}
