package org.fengong.members.esco;

import java.util.List;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.Violation;

/** The file can be read, but not all of its rows can be taken; so none of them is. */
final class ImportRefusedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ImportRefusedException(int faults, List<Violation> first) {
        super(
                ProblemKind.UNPROCESSABLE,
                "import-refused",
                "%d cells or rows of the file are wrong, see violations; no row was stored. Mend them and send the whole file again."
                        .formatted(faults),
                first.toArray(Violation[]::new));
    }
}
