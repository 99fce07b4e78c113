package org.fengong.platform.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * One row of a table.
 *
 * @param number as a spreadsheet shows it: the header is row 1
 * @param cells by the name of the column; empty text for an empty cell
 */
public record Row(int number, Map<String, String> cells) {
    /** Whether the file has the column; without it what it would say stays as it is. */
    public boolean has(String column) {
        return cells.containsKey(column);
    }

    /** Null for an empty cell. */
    public String text(String column) {
        var cell = cells.get(column);
        return cell == null || cell.isBlank() ? null : cell;
    }

    /** As {@link #text} without space around it, as a key is written. */
    public String key(String column) {
        var cell = text(column);
        return cell == null ? null : cell.strip();
    }

    public Integer whole(String column) {
        var cell = text(column);
        return cell == null ? null : (Integer) Column.number(cell).intValueExact();
    }

    public BigDecimal number(String column) {
        var cell = text(column);
        return cell == null ? null : Column.number(cell);
    }

    public LocalDate date(String column) {
        var cell = text(column);
        return cell == null ? null : Column.date(cell);
    }

    public Boolean flag(String column) {
        var cell = text(column);
        return cell == null ? null : Column.flag(cell);
    }
}
