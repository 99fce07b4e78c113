package org.fengong.localstack.demo.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One row of a file. A cell that cannot be read is noted as a fault and reads as the default, so that reading goes on to
 * the next fault.
 */
final class Row {
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,55}");

    private final String file;
    private final long line;
    private final Map<String, String> cells;
    private final Faults faults;

    Row(String file, long line, Map<String, String> cells, Faults faults) {
        this.file = file;
        this.line = line;
        this.cells = cells;
        this.faults = faults;
    }

    void fault(String column, String fault) {
        faults.add(file, line, column, fault);
    }

    /** Empty when the cell is. */
    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Null when the cell is empty. */
    String optional(String column) {
        return text(column).isEmpty() ? null : text(column);
    }

    String required(String column) {
        if (text(column).isEmpty()) {
            fault(column, "must not be empty");
        }
        return text(column);
    }

    String key(String column) {
        var key = required(column);
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            fault(column, "\"%s\" is no key: lower-case letters, digits and hyphens, at most 56".formatted(key));
        }
        return key;
    }

    /** A key that another file must have; null when the cell is empty. */
    String reference(String column, Set<String> known, String knownFile) {
        var key = optional(column);
        if (key != null) {
            requireKnown(column, key, known, knownFile);
        }
        return key;
    }

    boolean requireKnown(String column, String key, Set<String> known, String knownFile) {
        if (!known.contains(key)) {
            fault(column, "\"%s\" is not in %s".formatted(key, knownFile));
            return false;
        }
        return true;
    }

    /** @return the number, the default when the cell is empty */
    BigDecimal number(String column, double least, double most, BigDecimal byDefault) {
        return text(column).isEmpty() ? byDefault : parsed(column, text(column), least, most, byDefault);
    }

    BigDecimal parsed(String column, String text, double least, double most, BigDecimal byDefault) {
        try {
            var number = new BigDecimal(text);
            if (number.doubleValue() >= least && number.doubleValue() <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of range is
        }
        fault(column, "\"%s\" is no number from %s to %s".formatted(text, plain(least), plain(most)));
        return byDefault;
    }

    Integer whole(String column, int least, int most, Integer byDefault) {
        return text(column).isEmpty() ? byDefault : parsedWhole(column, text(column), least, most, byDefault);
    }

    Integer parsedWhole(String column, String text, int least, int most, Integer byDefault) {
        try {
            var number = Integer.valueOf(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below, as a number out of range is
        }
        fault(column, "\"%s\" is no whole number from %d to %d".formatted(text, least, most));
        return byDefault;
    }

    /** The parts of a cell between semicolons. */
    List<String> parts(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    LocalDate date(String column) {
        try {
            return LocalDate.parse(required(column));
        } catch (DateTimeException e) {
            fault(
                    column,
                    "\"%s\" is no date (2026-12-04), week (2026-W49) or weeks from the start (+3w)"
                            .formatted(text(column)));
            return null;
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
