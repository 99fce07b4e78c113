package org.fengong.tasks.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.RuleViolatedException;
import org.fengong.platform.security.Caller;
import org.fengong.tasks.TasksTopics;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.organisation.TeamAccess;
import org.fengong.tasks.task.TaskTeams;

/** Comments, by whoever may read the task; changed by their author, removed by the author or the lead. */
@ApplicationScoped
class CommentService {
    private final CommentRepository comments;
    private final TaskTeams tasks;
    private final TeamAccess access;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    CommentService(
            CommentRepository comments, TaskTeams tasks, TeamAccess access, Outbox outbox, Caller caller, Clock clock) {
        this.comments = comments;
        this.tasks = tasks;
        this.access = access;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws RuleViolatedException for a mention of somebody who is not in the team */
    @Transactional
    CommentResponse add(UUID taskId, CreateCommentRequest request) {
        var team = tasks.requireReadable(taskId);
        requireInTeam(team, request);
        var comment = new Comment(taskId, team.id(), request, caller.actorName(), clock.instant());
        comments.persistAndFlush(comment);
        outbox.append(TasksTopics.TASK, taskId, CommentAdded.TYPE, comment.added());
        return comment.response();
    }

    private static void requireInTeam(Team team, CreateCommentRequest request) {
        var mentions = request.mentions();
        for (int i = 0; mentions != null && i < mentions.size(); i++) {
            if (!team.includes(mentions.get(i))) {
                throw new RuleViolatedException(
                        "not-in-team",
                        "mentions[%d]".formatted(i),
                        "The member is not in the team " + team.key() + ".");
            }
        }
    }

    Page<CommentResponse> list(UUID taskId, UUID assignmentId, UUID requestId, String cursor, Integer limit) {
        tasks.requireReadable(taskId);
        return comments.list(taskId, assignmentId, requestId, cursor, limit).map(Comment::response);
    }

    CommentResponse read(UUID taskId, UUID id) {
        tasks.requireReadable(taskId);
        return comments.find("id = ?1 and taskId = ?2", id, taskId)
                .firstResultOptional()
                .orElseThrow(() -> new CommentNotFoundException(id))
                .response();
    }

    @Transactional
    CommentResponse edit(UUID taskId, UUID id, long expectedVersion, String body) {
        tasks.requireReadable(taskId);
        var comment = comments.requireLocked(taskId, id);
        if (!isAuthor(comment)) {
            throw new CommentOfSomebodyElseException();
        }
        EntityTags.requireSame(expectedVersion, comment.version());
        comment.edit(body, clock.instant());
        comments.flush(); // gives the version
        return comment.response();
    }

    @Transactional
    void remove(UUID taskId, UUID id, long expectedVersion) {
        var team = tasks.requireReadable(taskId);
        var comment = comments.requireLocked(taskId, id);
        if (!isAuthor(comment) && !access.mayLead(team)) {
            throw new CommentOfSomebodyElseException();
        }
        EntityTags.requireSame(expectedVersion, comment.version());
        comments.delete(comment);
    }

    private boolean isAuthor(Comment comment) {
        return comment.author().equals(caller.actorName());
    }
}
