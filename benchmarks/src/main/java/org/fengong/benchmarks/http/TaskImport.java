package org.fengong.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * An import of tasks against COPY of the rows that it has written, each into empty tables. The import is measured until its
 * last event is sent.
 */
final class TaskImport {
    private static final List<String> TABLES = List.of("task", "change_history", "outbox", "import_row");

    /** The events are sent and deleted by then; the history has as much of each task as its event had. */
    private static final String OUTBOX = "select id, 'fengong.tasks.task.v1', aggregate_id::text,"
            + " 'fengong.tasks.task-created.v1', state, changed_at::text,"
            + " '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', row_number() over (order by id)"
            + " from change_history";

    private static final int WARM_UPS = 4;

    private final Scene scene;
    private final Database database;
    private final ProcessHandle service;
    private final Copy copy;

    TaskImport(Scene scene, Database database, ProcessHandle service, Path folder) {
        this.scene = scene;
        this.database = database;
        this.service = service;
        this.copy = new Copy(database, folder);
    }

    /** @return against COPY of all that the import has written, and of the tasks alone */
    List<Comparison> compare(int rows, int rounds, double aim)
            throws IOException, SQLException, InterruptedException, ExecutionException {
        WarmUp.of(service, WARM_UPS, () -> load(rows));
        Measurement http = Measurement.NONE;
        Measurement all = Measurement.NONE;
        Measurement tasks = Measurement.NONE;
        for (int round = 0; round < rounds; round++) {
            http = http.plus(load(rows));
            copy.out(queries());
            database.empty(TABLES);
            // The relay would send what is copied into the outbox.
            Signal.STOP.send(service);
            try {
                all = all.plus(copy.in(TABLES, rows));
                database.empty(TABLES);
                tasks = tasks.plus(copy.in(TABLES.subList(0, 1), rows));
            } finally {
                Signal.CONT.send(service);
            }
        }
        return List.of(
                new Comparison("import", TABLES.size(), aim, http, all), new Comparison("- tasks", 1, 0, http, tasks));
    }

    private Measurement load(int rows) throws IOException, SQLException, InterruptedException {
        database.empty(TABLES);
        double clientBegin = Processor.seconds(service);
        double serverBegin = database.serverSeconds();
        long begin = System.nanoTime();
        scene.importTasks(rows);
        double seconds = (System.nanoTime() - begin) / 1e9;
        database.awaitSentEvents();
        return new Measurement(
                rows, seconds, Processor.seconds(service) - clientBegin, database.serverSeconds() - serverBegin);
    }

    private Map<String, String> queries() throws SQLException {
        Map<String, String> queries = new LinkedHashMap<>();
        for (String table : TABLES) {
            queries.put(table, "select %s from %s".formatted(database.columns(table), table));
        }
        queries.put("outbox", OUTBOX);
        return queries;
    }
}
