package org.fengong.tasks.comment;

import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;

class CommentOfSomebodyElseException extends ProblemException {
    private static final long serialVersionUID = 1L;

    CommentOfSomebodyElseException() {
        super(ProblemKind.FORBIDDEN, "comment-of-somebody-else", "A comment is changed by its author only.");
    }
}
