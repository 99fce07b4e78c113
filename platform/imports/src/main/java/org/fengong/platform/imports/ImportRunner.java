package org.fengong.platform.imports;

import com.fasterxml.uuid.Generators;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.http.Correlation;
import org.fengong.platform.problem.ExceptionTranslator;
import org.jboss.logging.Logger;

/**
 * Takes the rows of one import, chunk by chunk: a chunk's things, events and answers and how far the import is are one
 * transaction, so a kill loses nothing and doubles nothing. It may be started several times, by several replicas; each
 * start takes a new lease, and only the holder of the latest one goes on.
 */
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    /** A chunk that loses a race finds the winner's work at its next try. */
    private static final int TRIES = 3;

    private static final int CHUNK_TIMEOUT_SECONDS = 300;

    private final Map<String, ImportKind> kinds;
    private final ImportRepository imports;
    private final ExceptionTranslator translator;
    private final Correlation correlation;
    private final ImportConfig config;
    private final Clock clock;

    ImportRunner(
            @All List<ImportKind> kinds,
            ImportRepository imports,
            ExceptionTranslator translator,
            Correlation correlation,
            ImportConfig config,
            Clock clock) {
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
        this.imports = imports;
        this.translator = translator;
        this.correlation = correlation;
        this.config = config;
        this.clock = clock;
    }

    /** @throws RuntimeException when the database is away or this replica stops: to be tried again */
    void run(UUID id, BooleanSupplier stopping) {
        correlation.begin(null);
        try {
            var lease = Generators.timeBasedEpochGenerator().generate();
            QuarkusTransaction.requiringNew().run(() -> imports.findLocked(id).ifPresent(job -> job.lease(lease)));
            while (chunk(id, lease)) {
                if (stopping.getAsBoolean()) {
                    throw new IllegalStateException("The service stops; the next to take the import goes on.");
                }
            }
        } finally {
            correlation.end();
        }
    }

    /** False when there is nothing left to do, at least for this holder of the lease. */
    private boolean chunk(UUID id, UUID lease) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew()
                        .timeout(CHUNK_TIMEOUT_SECONDS)
                        .call(() -> imports.findLocked(id)
                                .filter(job -> job.isHeldBy(lease))
                                .map(this::next)
                                .orElse(false));
            } catch (RuntimeException e) {
                var problem = translator.translate(e);
                if (problem.isPresent() && attempt < TRIES) {
                    continue;
                }
                if (translator.isTransient(e)) {
                    throw e;
                }
                LOG.errorf(e, "The import broke, importId=%s", id);
                fail(id, lease, problem.isPresent() ? problem.get().getMessage() : "The service made a mistake.");
                return false;
            }
        }
    }

    private void fail(UUID id, UUID lease, String reason) {
        QuarkusTransaction.requiringNew()
                .run(() -> imports.findLocked(id)
                        .filter(job -> job.isHeldBy(lease))
                        .ifPresent(job -> {
                            job.fail(reason, clock.instant());
                            imports.flush();
                            imports.forgetCells(id);
                        }));
    }

    private boolean next(ImportJob job) {
        var kind = kinds.get(job.kind());
        var rows = imports.next(job, config.chunk());
        // what is refused before its first pass stands in the file twice
        var taken = rows.stream()
                .filter(row -> row.status() != RowStatus.REFUSED)
                .collect(Collectors.groupingBy(
                        ImportRow::item,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), parts -> item(kind, parts))));
        kind.take(
                taken.values().stream().filter(item -> !item.isRefused()).toList(),
                new Chunk(job.importer(), job.stores(), keys -> imports.accepted(job, keys)));
        var last = job.itemsDone();
        for (var row : rows) {
            if (taken.containsKey(row.item())) {
                row.answer(taken.get(row.item()));
            }
            job.count(row.status());
            last = row.item();
        }
        if (!job.doneUpTo(last, clock.instant())) {
            return true;
        }
        imports.flush();
        imports.forgetCells(job.id());
        return false;
    }

    private static Item item(ImportKind kind, List<ImportRow> parts) {
        var item = new Item(
                kind, parts.get(0).itemKey(), parts.stream().map(ImportRow::row).toList());
        for (var row : item.rows()) {
            for (var column : kind.columns()) {
                var complaint = column.complaint(row.cells().getOrDefault(column.name(), ""));
                if (complaint != null) {
                    item.refuse(row, column.name(), complaint);
                }
            }
        }
        return item;
    }
}
