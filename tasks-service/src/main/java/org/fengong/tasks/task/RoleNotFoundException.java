package org.fengong.tasks.task;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class RoleNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    RoleNotFoundException(Task task, UUID roleId) {
        super(ProblemKind.NOT_FOUND, "role-not-found", "The task %s has no role %s.".formatted(task.key(), roleId));
    }
}
