package org.fengong.platform.imports;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet program would take for a formula (OWASP, CSV injection) gets an apostrophe in front, which such
 * programs show as text; reading takes one apostrophe away again, so that each text comes back as it went.
 */
final class CsvCells {
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);

    private CsvCells() {}

    static String defused(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    static String asMeant(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
