package org.fengong.members.esco;

import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.fengong.platform.problem.Violation;

/** One row of a file. What is asked of it and not there, or not as it should be, is a fault of the file. */
public final class EscoRow {
    private static final Pattern URI =
            Pattern.compile("http://data\\.europa\\.eu/esco/(skill|occupation)/[0-9A-Za-z.-]{1,100}");

    private final EscoFile file;
    private final int index;
    private final CSVRecord cells;

    EscoRow(EscoFile file, int index, CSVRecord cells) {
        this.file = file;
        this.index = index;
        this.cells = cells;
    }

    /** As a spreadsheet numbers it: the header is row 1. */
    public int number() {
        return index + 2;
    }

    /** The cell's text, or null when it is empty or there is no such column. */
    public String text(String column) {
        var text = cells.isSet(column) ? cells.get(column) : "";
        return text.isEmpty() ? null : text;
    }

    /** The cell's text; null, and a fault, when there is none or it is longer. */
    public String required(String column, int maxLength) {
        var text = text(column);
        if (text == null) {
            fault(column, "is empty");
        } else if (text.length() > maxLength) {
            fault(column, "has more than %d characters".formatted(maxLength));
        } else {
            return text;
        }
        return null;
    }

    /**
     * The address of a concept; null, and a fault, when it is none.
     *
     * @param concept skill or occupation
     */
    public String uri(String column, String concept) {
        var text = text(column);
        var matcher = URI.matcher(text == null ? "" : text);
        if (matcher.matches() && matcher.group(1).equals(concept)) {
            return text;
        }
        fault(column, "is no address such as http://data.europa.eu/esco/%s/…".formatted(concept));
        return null;
    }

    /**
     * @param seen what the rows before have had, with their numbers; null is had by none
     */
    public void once(String column, Object value, Map<Object, Integer> seen) {
        var before = value == null ? null : seen.putIfAbsent(value, number());
        if (before != null) {
            fault(column, "stands in row %d already".formatted(before));
        }
    }

    /** @param column null when the row is wrong as a whole */
    public void fault(String column, String message) {
        file.fault(Violation.inBody(
                "rows[%d]%s".formatted(index, column == null ? "" : "." + column),
                "row %d: %s".formatted(number(), message)));
    }
}
