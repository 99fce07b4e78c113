package org.fengong.platform.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.time.Dates;

/**
 * A column of a table.
 *
 * @param required whether a file must have it and each of its rows a value
 * @param description what its cells hold, for a person
 */
@Schema(name = "ImportColumn")
public record Column(String name, Type type, boolean required, String description) {
    /** What the cells of a column hold. */
    @Schema(name = "ImportColumnType")
    public enum Type {
        TEXT,
        /** A whole number. */
        WHOLE,
        NUMBER,
        /** 2026-12-31; in a workbook a date. */
        DATE,
        /** true or false. */
        FLAG
    }

    public static Column required(String name, Type type, String description) {
        return new Column(name, type, true, description);
    }

    public static Column optional(String name, Type type, String description) {
        return new Column(name, type, false, description);
    }

    /** What is wrong with the cell; null when it can be read. */
    String complaint(String cell) {
        if (cell.isBlank()) {
            return required ? "is required" : null;
        }
        try {
            return switch (type) {
                case TEXT -> null;
                case WHOLE -> {
                    number(cell).intValueExact();
                    yield null;
                }
                case NUMBER -> {
                    number(cell);
                    yield null;
                }
                case DATE -> {
                    date(cell);
                    yield null;
                }
                case FLAG -> flag(cell) == null ? "must be true or false" : null;
            };
        } catch (ArithmeticException | NumberFormatException e) {
            return type == Type.WHOLE ? "is not a whole number" : "is not a number";
        } catch (DateTimeException e) {
            return "is not a date (2026-12-31)";
        }
    }

    /** @throws NumberFormatException for what is no number of at most 30 characters */
    static BigDecimal number(String cell) {
        if (cell.strip().length() > 30) {
            throw new NumberFormatException("too long");
        }
        var number = new BigDecimal(cell.strip());
        if (Math.abs(number.scale()) > 30) {
            throw new NumberFormatException("out of range");
        }
        return number;
    }

    static java.time.LocalDate date(String cell) {
        return Dates.parse(cell.strip());
    }

    static Boolean flag(String cell) {
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }
}
