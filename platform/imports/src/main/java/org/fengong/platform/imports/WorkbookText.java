package org.fengong.platform.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Characters that XML does not keep, as workbooks write them (ECMA-376 part 1, ST_Xstring): a carriage return is
 * {@code _x000D_}, and text that looks like that has its underscore so written.
 */
final class WorkbookText {
    private static final Pattern TO_WRITE = Pattern.compile("[\\x00-\\x08\\x0B-\\x1F]|_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern WRITTEN = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private WorkbookText() {}

    static String written(String text) {
        return TO_WRITE.matcher(text)
                .replaceAll(match -> "_x%04X_".formatted((int) match.group().charAt(0)));
    }

    static String asMeant(String cell) {
        return cell.indexOf("_x") < 0
                ? cell
                : WRITTEN.matcher(cell)
                        .replaceAll(match -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(match.group(1), 16))));
    }
}
