package org.fengong.tasks.task;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TaskAcceptedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TaskAcceptedException(Task task) {
        super(
                ProblemKind.CONFLICT,
                "task-accepted",
                "The task %s was accepted on %s. Reopen it if there is more to do."
                        .formatted(task.key(), task.acceptedAt()));
        with("acceptedAt", task.acceptedAt());
    }
}
