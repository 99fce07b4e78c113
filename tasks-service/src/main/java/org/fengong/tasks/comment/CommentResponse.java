package org.fengong.tasks.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;

/**
 * A comment.
 *
 * @param author the id of a member, else the name of a system
 * @param body Markdown
 * @param mentions members who are told of it
 * @param editedAt absent when it stands as it was written
 */
record CommentResponse(
        UUID id,
        UUID taskId,
        @Schema(nullable = true) UUID assignmentId,
        @Schema(nullable = true) UUID requestId,
        String author,
        String body,
        List<UUID> mentions,
        Instant createdAt,
        @Schema(nullable = true) Instant editedAt,
        long version)
        implements Versioned {}
