package org.fengong.platform.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.Violation;

/** One thing of a file, and what becomes of it. */
public final class Item {
    private static final Pattern PART = Pattern.compile("(\\w+)\\[(\\d+)]\\.(.+)");
    private static final Pattern NAME = Pattern.compile("\\w+(\\.\\w+)?");

    private final ImportKind kind;
    private final String key;
    private final List<Row> rows;
    private final Map<Integer, List<Violation>> violations = new HashMap<>();
    private RowStatus status;

    Item(ImportKind kind, String key, List<Row> rows) {
        this.kind = kind;
        this.key = key;
        this.rows = List.copyOf(rows);
    }

    /** The values of the key columns with a slash between. */
    public String key() {
        return key;
    }

    /** More than one only where the kind has things of several rows. */
    public List<Row> rows() {
        return rows;
    }

    public Row first() {
        return rows.get(0);
    }

    /** @param changes whether what is there already becomes another */
    public void accept(boolean isNew, boolean changes) {
        if (!isRefused()) {
            status = isNew ? RowStatus.CREATED : changes ? RowStatus.UPDATED : RowStatus.UNCHANGED;
        }
    }

    public void refuse(Row row, String column, String message) {
        status = RowStatus.REFUSED;
        violations.computeIfAbsent(row.number(), number -> new ArrayList<>()).add(Violation.inBody(column, message));
    }

    /** Refuses it as a request would be; the fields that the problem names become rows and columns. */
    public void refuse(ProblemException problem) {
        for (var violation : problem.violations()) {
            var part = PART.matcher(violation.field());
            if (kind.severalRows() && part.matches() && Integer.parseInt(part.group(2)) < rows.size()) {
                refuse(
                        rows.get(Integer.parseInt(part.group(2))),
                        columnOf(part.group(1), part.group(3)),
                        violation.message());
            } else {
                refuse(first(), columnOf(violation.field()), violation.message());
            }
        }
        if (problem.violations().isEmpty()) {
            refuse(first(), "", problem.getMessage());
        }
    }

    public boolean isRefused() {
        return status == RowStatus.REFUSED;
    }

    RowStatus status() {
        if (status == null) {
            throw new IllegalStateException("The kind %s says nothing of %s".formatted(kind.name(), key));
        }
        return status;
    }

    List<Violation> violations(int rowNumber) {
        return violations.getOrDefault(rowNumber, List.of());
    }

    private String columnOf(String list, String field) {
        var path = list + "." + field;
        var column = columnOf(path);
        return path.startsWith(column) ? columnOf(field) : column;
    }

    private String columnOf(String field) {
        var name = NAME.matcher(field);
        return name.lookingAt() ? kind.columnOf(name.group()) : field;
    }
}
