package org.fengong.tasks.task;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TaskStatusException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TaskStatusException(Task task, String command, String hint) {
        super(
                ProblemKind.CONFLICT,
                "task-status",
                "The task %s is %s and cannot be %s. %s".formatted(task.key(), task.status(), command, hint));
        with("taskStatus", task.status());
    }
}
