package org.fengong.localstack.demo.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * A CSV file: cells by column, row by row.
 *
 * @param columns in the order of the file
 */
public record Sheet(String file, List<String> columns, List<Map<String, String>> rows) {
    /** The cells of a column that are not empty. */
    public Set<String> values(String column) {
        return rows.stream()
                .map(row -> row.getOrDefault(column, ""))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.toSet());
    }

    /** With other cells in a column; empty ones stay, and a file without the column is as it was. */
    public Sheet with(String column, UnaryOperator<String> change) {
        return new Sheet(
                file,
                columns,
                rows.stream()
                        .map(row -> {
                            var changed = new LinkedHashMap<>(row);
                            changed.computeIfPresent(
                                    column, (name, cell) -> cell.isEmpty() ? cell : change.apply(cell));
                            return (Map<String, String>) changed;
                        })
                        .toList());
    }

    public String csv() {
        return Stream.concat(
                        Stream.of(columns),
                        rows.stream().map(row -> columns.stream().map(row::get).toList()))
                .map(cells -> CSVFormat.RFC4180.format(cells.toArray()))
                .collect(Collectors.joining("\r\n"));
    }
}
