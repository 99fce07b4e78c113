package org.fengong.tasks.comment;

import java.util.UUID;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class CommentNotFoundException extends ProblemException {
    private static final long serialVersionUID = 1L;

    CommentNotFoundException(UUID id) {
        super(ProblemKind.NOT_FOUND, "comment-not-found", "The task has no comment %s.".formatted(id));
    }
}
