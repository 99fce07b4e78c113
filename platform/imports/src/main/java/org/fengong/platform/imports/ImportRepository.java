package org.fengong.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class ImportRepository {
    private final EntityManager entityManager;

    ImportRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void persist(ImportJob job) {
        entityManager.persist(job);
    }

    void flush() {
        entityManager.flush();
    }

    Optional<ImportJob> find(UUID id) {
        return Optional.ofNullable(entityManager.find(ImportJob.class, id));
    }

    /** Locks the row until the transaction ends. */
    Optional<ImportJob> findLocked(UUID id) {
        return Optional.ofNullable(entityManager.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The rows of the next items. */
    List<ImportRow> next(ImportJob job, int count) {
        return entityManager
                .createQuery(
                        "select r from ImportRow r where r.importId = :id and r.item between :first and :last"
                                + " order by r.item, r.rowNumber",
                        ImportRow.class)
                .setParameter("id", job.id())
                .setParameter("first", job.itemsDone() + 1)
                .setParameter("last", job.itemsDone() + count)
                .getResultList();
    }

    Set<String> accepted(ImportJob job, Set<String> keys) {
        return new HashSet<>(entityManager
                .createQuery(
                        "select r.itemKey from ImportRow r where r.importId = :id and r.itemKey in :keys"
                                + " and r.item <= :done and r.status <> :refused",
                        String.class)
                .setParameter("id", job.id())
                .setParameter("keys", keys)
                .setParameter("done", job.itemsDone())
                .setParameter("refused", RowStatus.REFUSED)
                .getResultList());
    }

    Page<ImportRow> rows(UUID id, RowStatus status, String cursor, Integer limit) {
        return Listing.of(entityManager, ImportRow.class)
                .where("e.importId = :import", "import", id)
                .where("e.status = :status", "status", status)
                .sort(null, Set.of(), "rowNumber")
                .page(cursor, limit);
    }

    /** What the file said is nobody's business any more. */
    void forgetCells(UUID id) {
        entityManager
                .createQuery("update ImportRow r set r.cells = null where r.importId = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    void forgetBefore(Instant moment) {
        entityManager
                .createQuery("delete from ImportJob j where j.requestedAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}
