package org.fengong.tasks.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import org.fengong.platform.imports.Item;
import org.fengong.platform.imports.Row;

/** Puts cells into the patch of a thing; a column that the file does not have says nothing. */
final class Cells {
    private final Row row;
    private final ObjectNode patch;

    Cells(Row row, ObjectNode patch) {
        this.row = row;
        this.patch = patch;
    }

    Cells text(String column, String field) {
        if (row.has(column)) {
            patch.put(field, row.text(column));
        }
        return this;
    }

    /** Several texts with a semicolon between. */
    Cells list(String column, String field) {
        if (row.has(column)) {
            var list = patch.putArray(field);
            var cell = row.text(column);
            Arrays.stream(cell == null ? new String[0] : cell.split(";"))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .forEach(list::add);
        }
        return this;
    }

    /** Text that takes no space around it. */
    Cells key(String column, String field) {
        if (row.has(column)) {
            patch.put(field, row.key(column));
        }
        return this;
    }

    /** @param byDefault what an empty cell says; null for nothing */
    Cells whole(String column, String field, Integer byDefault) {
        if (row.has(column)) {
            var cell = row.whole(column);
            patch.put(field, cell == null ? byDefault : cell);
        }
        return this;
    }

    /** As {@link #whole}. */
    Cells number(String column, String field, BigDecimal byDefault) {
        if (row.has(column)) {
            var cell = row.number(column);
            patch.put(field, cell == null ? byDefault : cell);
        }
        return this;
    }

    Cells date(String column, String field) {
        if (row.has(column)) {
            var cell = row.date(column);
            patch.put(field, cell == null ? null : cell.toString());
        }
        return this;
    }

    /** An empty cell is false. */
    Cells flag(String column, String field) {
        if (row.has(column)) {
            patch.put(field, Boolean.TRUE.equals(row.flag(column)));
        }
        return this;
    }

    /** What is said of the whole thing stands in its first row; in the others it may be repeated. */
    static void requireSame(Item item, Iterable<String> columns) {
        for (var row : item.rows().subList(1, item.rows().size())) {
            for (var column : columns) {
                var cell = row.text(column);
                if (cell != null && !cell.equals(item.first().text(column))) {
                    item.refuse(
                            row,
                            column,
                            "differs from row %d of the same thing"
                                    .formatted(item.first().number()));
                }
            }
        }
    }
}
