package org.fengong.tasks.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Set;
import java.util.UUID;
import org.fengong.platform.paging.Listing;
import org.fengong.platform.paging.Page;

@ApplicationScoped
class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {
    /** The oldest first: ids rise with time. */
    Page<Comment> list(UUID taskId, UUID assignmentId, UUID requestId, String cursor, Integer limit) {
        return Listing.of(getEntityManager(), Comment.class)
                .require("e.taskId = :task", "task", taskId)
                .where("e.assignmentId = :assignment", "assignment", assignmentId)
                .where("e.requestId = :request", "request", requestId)
                .sort(null, Set.of(), "id")
                .page(cursor, limit);
    }

    /** Locks the row until the transaction ends. */
    Comment requireLocked(UUID taskId, UUID id) {
        return find("id = ?1 and taskId = ?2", id, taskId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new CommentNotFoundException(id));
    }
}
