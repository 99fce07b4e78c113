package org.fengong.platform.imports;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

/** More rows, or more text in them, than one import takes. */
final class TableTooLargeException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TableTooLargeException(String detail) {
        super(ProblemKind.TOO_LARGE, "table-too-large", detail + " Split the file.");
    }
}
