package org.fengong.tasks.task;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class ChecklistItemNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    ChecklistItemNotFoundException(UUID itemId) {
        super(
                ProblemKind.NOT_FOUND,
                "checklist-item-not-found",
                "The task's checklist has no item %s.".formatted(itemId));
    }
}
