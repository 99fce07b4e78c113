package org.fengong.tasks.task;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TaskNotBlockedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TaskNotBlockedException(Task task) {
        super(ProblemKind.CONFLICT, "task-not-blocked", "Nothing blocks the task %s.".formatted(task.key()));
    }
}
