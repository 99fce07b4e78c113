package org.fengong.platform.time;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Dates as the API writes them. */
public final class Dates {
    private static final int LENGTH = "2026-12-31".length();

    private Dates() {}

    /**
     * Reads {@code 2026-12-31}.
     *
     * @throws DateTimeParseException when it is none, or of a year that has not four digits (RFC 3339), which
     *     {@link LocalDate#parse} takes and no database keeps
     */
    public static LocalDate parse(String text) {
        if (text.length() != LENGTH) {
            throw new DateTimeParseException("not a date such as 2026-12-31", text, 0);
        }
        return LocalDate.parse(text);
    }
}
