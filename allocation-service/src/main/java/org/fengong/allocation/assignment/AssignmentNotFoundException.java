package org.fengong.allocation.assignment;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

public class AssignmentNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    public AssignmentNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "assignment-not-found", "There is no assignment %s.".formatted(id));
    }
}
