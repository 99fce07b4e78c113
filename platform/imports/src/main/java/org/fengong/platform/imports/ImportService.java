package org.fengong.platform.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.ForbiddenException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.File;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Caller;

/** Imports, seen by those who asked for them. */
@ApplicationScoped
public class ImportService {
    private final List<ImportKind> kinds;
    private final ImportRepository imports;
    private final ImportQueue queue;
    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final ImportConfig config;
    private final Caller caller;
    private final Clock clock;

    ImportService(
            @All List<ImportKind> kinds,
            ImportRepository imports,
            ImportQueue queue,
            EntityManager entityManager,
            ObjectMapper mapper,
            ImportConfig config,
            Caller caller,
            Clock clock) {
        this.kinds = kinds;
        this.imports = imports;
        this.queue = queue;
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Keeps the rows and queues the job.
     *
     * @throws InvalidRequestException for a kind that there is not
     * @throws UnreadableTableException and {@link TableTooLargeException} for a file that cannot be taken
     */
    @Transactional
    ImportResponse start(String kindName, ImportMode mode, boolean dryRun, FileFormat format, File file) {
        var importer = Importer.of(caller);
        var kind = kinds.stream()
                .filter(known -> known.name().equals(kindName))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(Violation.inQuery(
                        "kind",
                        "must be one of "
                                + kinds.stream().map(ImportKind::name).sorted().collect(Collectors.joining(", ")))));
        if (!kind.isFor(importer)) {
            throw new ForbiddenException();
        }
        var job = ImportJob.of(kindName, mode, dryRun, importer, clock.instant());
        imports.persist(job);
        imports.flush();
        var intake = new ImportIntake(entityManager, mapper, kind, job.id());
        intake.read(format, file, config.maxRows());
        job.has(intake.items(), intake.rows());
        imports.flush();
        queue.enqueue(job.id());
        return job.response();
    }

    List<ImportKindResponse> kinds() {
        var importer = Importer.of(caller);
        return kinds.stream()
                .filter(kind -> kind.isFor(importer))
                .map(ImportKindResponse::of)
                .toList();
    }

    ImportResponse read(UUID id) {
        return imports.find(id)
                .filter(this::isForCaller)
                .orElseThrow(() -> new ImportNotFoundException(id))
                .response();
    }

    Page<ImportRowResponse> rows(UUID id, RowStatus status, String cursor, Integer limit) {
        read(id);
        return imports.rows(id, status, cursor, limit).map(ImportRow::response);
    }

    /** @throws ImportOverException when there is nothing left to stop */
    @Transactional
    ImportResponse cancel(UUID id) {
        var job = imports.findLocked(id).filter(this::isForCaller).orElseThrow(() -> new ImportNotFoundException(id));
        if (job.status().isOver()) {
            throw new ImportOverException(job);
        }
        job.end(ImportStatus.CANCELLED, clock.instant());
        imports.flush();
        imports.forgetCells(id);
        return job.response();
    }

    private boolean isForCaller(ImportJob job) {
        return caller.isAdmin() || job.subject().equals(caller.subject());
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "forget-imports")
    @Transactional
    void forgetOld() {
        imports.forgetBefore(clock.instant().minus(config.keep()));
    }
}
