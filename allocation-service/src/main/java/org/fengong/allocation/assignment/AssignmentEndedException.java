package org.fengong.allocation.assignment;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class AssignmentEndedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    AssignmentEndedException(Assignment assignment) {
        super(
                ProblemKind.CONFLICT,
                "assignment-ended",
                "The assignment is %s and stays as it is. Look for the one that took its place."
                        .formatted(assignment.status()));
        with("assignmentStatus", assignment.status());
    }
}
