package org.fengong.tasks.task;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class TaskBlockedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    TaskBlockedException(Task task) {
        super(
                ProblemKind.CONFLICT,
                "task-blocked",
                "The task %s has been blocked since %s: %s Unblock it first."
                        .formatted(task.key(), task.blockedSince(), task.blockedReason()));
        with("blockedSince", task.blockedSince());
    }
}
