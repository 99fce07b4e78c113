package org.fengong.tasks;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

/** How often the transaction has scanned a table from end to end, and its indexes. */
public record Scans(long sequential, long byIndex) {
    /** What the list scans, within the transaction that is under way. */
    public static Scans of(EntityManager entityManager, String table, Runnable list) {
        var before = so(entityManager, table);
        list.run();
        var after = so(entityManager, table);
        return new Scans(after.sequential - before.sequential, after.byIndex - before.byIndex);
    }

    private static Scans so(EntityManager entityManager, String table) {
        var row = (Tuple) entityManager
                .createNativeQuery(
                        "select seq_scan, idx_scan from pg_stat_xact_user_tables where relname = :table", Tuple.class)
                .setParameter("table", table)
                .getSingleResult();
        return new Scans(
                row.get(0, Number.class).longValue(), row.get(1, Number.class).longValue());
    }
}
