package org.fengong.platform.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts cells into the patch of a thing; a column that the file does not have says nothing. */
public final class Cells {
    private static final Pattern PART = Pattern.compile("(?:\\\\.|[^;])+", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\;])");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\;]");

    private final Row row;
    private final ObjectNode patch;

    public Cells(Row row, ObjectNode patch) {
        this.row = row;
        this.patch = patch;
    }

    public Cells text(String column, String field) {
        if (row.has(column)) {
            patch.put(field, row.text(column));
        }
        return this;
    }

    /** Several texts as {@link #joined} writes them. */
    public Cells list(String column, String field) {
        if (row.has(column)) {
            var list = patch.putArray(field);
            var cell = row.text(column);
            PART.matcher(cell == null ? "" : cell)
                    .results()
                    .map(part -> ESCAPED.matcher(part.group().strip()).replaceAll("$1"))
                    .filter(text -> !text.isEmpty())
                    .forEach(list::add);
        }
        return this;
    }

    /** Texts in one cell, a semicolon between; one that belongs to a text, and a backslash, has a backslash before it. */
    public static String joined(Collection<String> texts) {
        return texts.stream()
                .map(text -> SPECIAL.matcher(text).replaceAll("\\\\$0"))
                .collect(Collectors.joining(";"));
    }

    /** Text that takes no space around it. */
    public Cells key(String column, String field) {
        if (row.has(column)) {
            patch.put(field, row.key(column));
        }
        return this;
    }

    /** @param byDefault what an empty cell says; null for nothing */
    public Cells whole(String column, String field, Integer byDefault) {
        if (row.has(column)) {
            var cell = row.whole(column);
            patch.put(field, cell == null ? byDefault : cell);
        }
        return this;
    }

    /** As {@link #whole}. */
    public Cells number(String column, String field, BigDecimal byDefault) {
        if (row.has(column)) {
            var cell = row.number(column);
            patch.put(field, cell == null ? byDefault : cell);
        }
        return this;
    }

    public Cells date(String column, String field) {
        if (row.has(column)) {
            var cell = row.date(column);
            patch.put(field, cell == null ? null : cell.toString());
        }
        return this;
    }

    /** An empty cell is false. */
    public Cells flag(String column, String field) {
        if (row.has(column)) {
            patch.put(field, Boolean.TRUE.equals(row.flag(column)));
        }
        return this;
    }

    /** What is said of the whole thing stands in its first row; in the others it may be repeated. */
    public static void requireSame(Item item, Iterable<String> columns) {
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
