package org.fengong.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.EntityManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fengong.platform.problem.Violation;
import org.hibernate.Session;

/** Puts the rows of one file beside their import, a thousand in one statement, and tells things that stand there twice. */
class ImportIntake {
    private static final int AT_ONCE = 1_000;

    /** A row on its way; violations are there when its key was there before. */
    private record Waiting(Row row, int item, String key, List<Violation> violations) {}

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final ImportKind kind;
    private final UUID importId;
    private final Map<String, Integer> firstRows = new HashMap<>();
    private final ItemOrder order = new ItemOrder();
    private final List<Waiting> waiting = new ArrayList<>();
    private String lastKey = "";
    private List<Violation> lastViolations;
    private int items;
    private int rows;

    ImportIntake(EntityManager entityManager, ObjectMapper mapper, ImportKind kind, UUID importId) {
        this.entityManager = entityManager;
        this.mapper = mapper;
        this.kind = kind;
        this.importId = importId;
    }

    void read(FileFormat format, File file, int maxRows) {
        var reader = new TableReader(kind.columns(), maxRows, this::take);
        try {
            format.read(file, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        store();
        entityManager.unwrap(Session.class).doWork(this::reorder);
    }

    int items() {
        return items;
    }

    int rows() {
        return rows;
    }

    private void take(Row row) {
        var parts = kind.keyColumns().stream().map(row::key).toList();
        var key = parts.contains(null) ? "" : String.join("/", parts);
        if (!kind.severalRows() || key.isEmpty() || !key.equals(lastKey)) {
            items++;
            var first = key.isEmpty() ? null : firstRows.putIfAbsent(key, row.number());
            lastViolations = first == null
                    ? null
                    : List.of(Violation.inBody(
                            kind.keyColumns().get(kind.keyColumns().size() - 1),
                            "the same stands in row %d".formatted(first)));
            lastKey = key;
            order.add(key, kind.follows(row));
        }
        rows++;
        waiting.add(new Waiting(row, items, key, lastViolations));
        if (waiting.size() == AT_ONCE) {
            store();
        }
    }

    private void store() {
        entityManager.unwrap(Session.class).doWork(this::insert);
        waiting.clear();
    }

    private void insert(Connection connection) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into import_row (import_id, row_number, item, item_key, cells, status, violations)"
                        + " select ?, r.number, r.item, r.key, cast(r.cells as jsonb), r.status, cast(r.violations as jsonb)"
                        + " from unnest(?, ?, ?, ?, ?, ?) as r (number, item, key, cells, status, violations)")) {
            insert.setObject(1, importId);
            insert.setArray(2, array(connection, "int", w -> w.row().number()));
            insert.setArray(3, array(connection, "int", Waiting::item));
            insert.setArray(4, array(connection, "text", Waiting::key));
            insert.setArray(5, array(connection, "text", w -> json(w.row().cells())));
            insert.setArray(
                    6, array(connection, "text", w -> w.violations() == null ? null : RowStatus.REFUSED.name()));
            insert.setArray(7, array(connection, "text", w -> w.violations() == null ? null : json(w.violations())));
            insert.executeUpdate();
        }
    }

    private void reorder(Connection connection) throws SQLException {
        var places = order.places();
        if (places.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement("update import_row set item = p.place"
                + " from unnest(?) with ordinality as p (place, item)"
                + " where import_row.import_id = ? and import_row.item = p.item")) {
            update.setArray(1, connection.createArrayOf("int", places.toArray()));
            update.setObject(2, importId);
            update.executeUpdate();
        }
    }

    private java.sql.Array array(Connection connection, String type, java.util.function.Function<Waiting, Object> value)
            throws SQLException {
        return connection.createArrayOf(
                type, waiting.stream().map(value).collect(Collectors.toList()).toArray());
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
