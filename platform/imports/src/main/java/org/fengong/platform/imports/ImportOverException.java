package org.fengong.platform.imports;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ImportOverException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ImportOverException(ImportJob job) {
        super(
                ProblemKind.CONFLICT,
                "import-over",
                "The import is %s and cannot be cancelled any more.".formatted(job.status()));
    }
}
