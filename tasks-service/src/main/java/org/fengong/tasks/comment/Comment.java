package org.fengong.tasks.comment;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What somebody said of a task. */
@Entity
class Comment {
    /** One for all: its ids rise also within a millisecond, and lists are in their order. */
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    @Id
    private UUID id;

    private UUID taskId;
    private UUID teamId;
    private UUID assignmentId;
    private UUID requestId;
    private String author;
    private String body;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<UUID> mentions;

    private Instant createdAt;
    private Instant editedAt;

    @Version
    private long version = 1;

    protected Comment() {}

    Comment(UUID taskId, UUID teamId, CreateCommentRequest request, String author, Instant now) {
        this.id = IDS.generate();
        this.taskId = taskId;
        this.teamId = teamId;
        this.assignmentId = request.assignmentId();
        this.requestId = request.requestId();
        this.author = author;
        this.body = request.body();
        this.mentions = request.distinctMentions();
        this.createdAt = now;
    }

    void edit(String changed, Instant now) {
        body = changed;
        editedAt = now;
    }

    CommentResponse response() {
        return new CommentResponse(
                id, taskId, assignmentId, requestId, author, body, mentions, createdAt, editedAt, version);
    }

    CommentAdded added() {
        return new CommentAdded(id, taskId, teamId, assignmentId, requestId, mentions, version, author);
    }

    String author() {
        return author;
    }

    long version() {
        return version;
    }
}
