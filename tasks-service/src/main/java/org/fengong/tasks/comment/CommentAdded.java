package org.fengong.tasks.comment;

import java.util.List;
import java.util.UUID;

/** Somebody commented on a task; the words stay here, for events carry none. */
record CommentAdded(
        UUID commentId,
        UUID taskId,
        UUID teamId,
        UUID assignmentId,
        UUID requestId,
        List<UUID> mentions,
        long version,
        String actor) {
    static final String TYPE = "fengong.tasks.comment-added.v1";
}
