package org.fengong.tasks.task;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class RoleCompletedException extends ProblemException {
    private static final long serialVersionUID = 1L;

    RoleCompletedException(Task task, Role role) {
        super(
                ProblemKind.CONFLICT,
                "role-completed",
                "The role %s of the task %s is completed.".formatted(role.name(), task.key()));
    }
}
