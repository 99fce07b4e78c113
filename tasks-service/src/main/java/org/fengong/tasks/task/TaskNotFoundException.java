package org.fengong.tasks.task;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TaskNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TaskNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "task-not-found", "There is no task %s.".formatted(id));
    }
}
