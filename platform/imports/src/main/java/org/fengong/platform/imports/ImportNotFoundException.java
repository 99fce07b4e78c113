package org.fengong.platform.imports;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ImportNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ImportNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "import-not-found", "There is no import %s of yours.".formatted(id));
    }
}
