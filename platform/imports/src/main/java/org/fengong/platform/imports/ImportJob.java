package org.fengong.platform.imports;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An import: CHECKING → STORING → COMPLETED, or REFUSED after the check; of VALID_ROWS from STORING on. */
@Entity
class ImportJob {
    @Id
    private UUID id;

    private String kind;

    @Enumerated(EnumType.STRING)
    private ImportMode mode;

    private boolean dryRun;

    @Enumerated(EnumType.STRING)
    private ImportStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private Importer importer;

    private String subject;
    private int items;
    private int itemsDone;
    private int totalRows;
    private int rowsDone;
    private int created;
    private int updated;
    private int unchanged;
    private int refused;
    private String failure;
    private UUID lease;
    private Instant requestedAt;
    private Instant finishedAt;

    @Version
    private long version = 1;

    protected ImportJob() {}

    static ImportJob of(String kind, ImportMode mode, boolean dryRun, Importer importer, Instant now) {
        var job = new ImportJob();
        job.id = Generators.timeBasedEpochGenerator().generate();
        job.kind = kind;
        job.mode = mode;
        job.dryRun = dryRun;
        job.status = mode == ImportMode.VALID_ROWS && !dryRun ? ImportStatus.STORING : ImportStatus.CHECKING;
        job.importer = importer;
        job.subject = importer.subject();
        job.requestedAt = now;
        return job;
    }

    void has(int allItems, int allRows) {
        items = allItems;
        totalRows = allRows;
    }

    void lease(UUID newLease) {
        lease = newLease;
    }

    /** Only the latest lease goes on, and only while there is something to do. */
    boolean isHeldBy(UUID holder) {
        return holder.equals(lease) && !status.isOver();
    }

    void count(RowStatus outcome) {
        rowsDone++;
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case REFUSED -> refused++;
        }
    }

    /** Whether this was the last chunk of all. */
    boolean doneUpTo(int item, Instant now) {
        itemsDone = item;
        if (itemsDone < items) {
            return false;
        }
        if (status == ImportStatus.STORING || dryRun) {
            end(ImportStatus.COMPLETED, now);
        } else if (refused > 0) {
            end(ImportStatus.REFUSED, now);
        } else {
            status = ImportStatus.STORING;
            itemsDone = 0;
            rowsDone = 0;
            created = 0;
            updated = 0;
            unchanged = 0;
        }
        return status.isOver();
    }

    void fail(String reason, Instant now) {
        failure = reason;
        end(ImportStatus.FAILED, now);
    }

    void end(ImportStatus last, Instant now) {
        status = last;
        finishedAt = now;
    }

    UUID id() {
        return id;
    }

    String kind() {
        return kind;
    }

    ImportStatus status() {
        return status;
    }

    Importer importer() {
        return importer;
    }

    String subject() {
        return subject;
    }

    int itemsDone() {
        return itemsDone;
    }

    boolean stores() {
        return status == ImportStatus.STORING;
    }

    ImportResponse response() {
        return new ImportResponse(
                id,
                kind,
                mode,
                dryRun,
                status,
                totalRows,
                rowsDone,
                created,
                updated,
                unchanged,
                refused,
                failure,
                requestedAt,
                finishedAt,
                version);
    }
}
