package org.fengong.platform.imports;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

/** A file that cannot be taken apart into rows and known columns; none of it is stored. */
final class UnreadableTableException extends ProblemException {
    private static final long serialVersionUID = 1L;

    /**
     * @param row where it breaks, 0 when that cannot be said
     * @param column its name, null when no single one is wrong
     */
    UnreadableTableException(int row, String column, String message) {
        super(
                ProblemKind.INVALID,
                "unreadable-table",
                "The file cannot be read%s%s: %s."
                        .formatted(
                                row == 0 ? "" : " at row " + row, column == null ? "" : ", column " + column, message));
        if (row > 0) {
            with("row", row);
        }
        if (column != null) {
            with("column", column);
        }
        violation(Violation.inBody(
                (row == 0 ? "" : "rows[%d]".formatted(row)) + (column == null ? "" : "." + column), message));
    }
}
