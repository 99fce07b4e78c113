package org.fengong.platform.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Makes rows of named cells out of lines of cells, the first of which is the header. Empty lines are passed over. */
class TableReader {
    /** What a cell of a spreadsheet can hold. */
    static final int MAX_CELL_LENGTH = 32_767;

    private final Map<String, Column> columns;
    private final int maxRows;
    private final Consumer<Row> rows;
    private List<String> header;
    private int count;

    TableReader(List<Column> columns, int maxRows, Consumer<Row> rows) {
        this.columns = columns.stream().collect(Collectors.toMap(Column::name, column -> column));
        this.maxRows = maxRows;
        this.rows = rows;
    }

    /**
     * @param number of the row, as a spreadsheet shows it
     * @throws UnreadableTableException for a header with wrong columns, and a row that does not fit it
     * @throws TableTooLargeException for one row too many
     */
    void line(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (header == null) {
            header = header(number, cells);
            return;
        }
        if (++count > maxRows) {
            throw new TableTooLargeException("An import takes %,d rows.".formatted(maxRows));
        }
        var named = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            if (i < header.size()) {
                requireKeepable(number, header.get(i), cell);
                named.put(header.get(i), cell);
            } else if (!cell.isBlank()) {
                throw new UnreadableTableException(
                        number, null, "has %d cells, the header has %d".formatted(cells.size(), header.size()));
            }
        }
        header.forEach(column -> named.putIfAbsent(column, ""));
        rows.accept(new Row(number, named));
    }

    /** The column that the header names, whose cells may need to be read in the way of its type; null for none. */
    Column column(int index) {
        return header == null || index >= header.size() ? null : columns.get(header.get(index));
    }

    /** @throws UnreadableTableException when there was no header or no row */
    void end() {
        if (header == null) {
            throw new UnreadableTableException(1, null, "there is no header with the names of the columns");
        }
        if (count == 0) {
            throw new UnreadableTableException(2, null, "there is no row below the header");
        }
    }

    private List<String> header(int number, List<String> cells) {
        var names = new java.util.ArrayList<>(cells.stream().map(String::strip).toList());
        while (names.get(names.size() - 1).isEmpty()) {
            names.remove(names.size() - 1);
        }
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!columns.containsKey(name)) {
                throw new UnreadableTableException(
                        number,
                        name.length() > 60 ? name.substring(0, 60) : name,
                        "unknown column; known are " + known(true));
            }
            if (!seen.add(name)) {
                throw new UnreadableTableException(number, name, "the column is there twice");
            }
        }
        for (var column : columns.values()) {
            if (column.required() && !seen.contains(column.name())) {
                throw new UnreadableTableException(
                        number, column.name(), "the column is missing; required are " + known(false));
            }
        }
        return List.copyOf(names);
    }

    private String known(boolean all) {
        return columns.values().stream()
                .filter(column -> all || column.required())
                .map(Column::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static void requireKeepable(int number, String column, String cell) {
        if (cell.length() > MAX_CELL_LENGTH) {
            throw new UnreadableTableException(
                    number, column, "has more than %,d characters".formatted(MAX_CELL_LENGTH));
        }
        if (cell.indexOf('\0') >= 0) {
            throw new UnreadableTableException(number, column, "has a character that cannot be kept");
        }
    }
}
