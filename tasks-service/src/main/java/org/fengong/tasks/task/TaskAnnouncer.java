package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.messaging.Outbox;
import org.fengong.tasks.TasksTopics;

/** Tells the other services of a task, and keeps its history. */
@ApplicationScoped
class TaskAnnouncer {
    private final TaskRepository tasks;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final Clock clock;

    TaskAnnouncer(TaskRepository tasks, Outbox outbox, ChangeHistory history, Clock clock) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.history = history;
        this.clock = clock;
    }

    /** @param previousStatus absent when the status stayed */
    Task tell(String type, Task task, TaskStatus previousStatus, String actor, String reason) {
        tasks.flush(); // gives the version that the event carries
        outbox.append(TasksTopics.TASK, task.id(), type, TaskState.of(task, previousStatus, actor, reason));
        keep(type.replaceAll(".*\\.task-(.*)\\.v1", "$1"), task, actor, reason);
        return task;
    }

    /** A change that another event tells of, or none. */
    void keep(String action, Task task, String actor, String reason) {
        tasks.flush();
        var state = TaskResponse.of(task, Priority.today(clock));
        history.keep(task.id(), task.version(), action, actor, reason, state, "priority");
    }

    /** What it is made of changed, or how much of it is done; its status may have followed. */
    Task changed(Task task, TaskStatus before, String actor) {
        return tell(TaskState.CHANGED, task, before == task.status() ? null : before, actor, null);
    }

    /** Something stands in its way now, or no longer does. */
    Task blocked(Task task, String actor, String reason) {
        return tell(TaskState.CHANGED, task, null, actor, reason);
    }

    Task accepted(Task task, String actor) {
        return tell(TaskState.ACCEPTED, task, null, actor, null);
    }

    /** One change, one event: completion and cancellation have types of their own. */
    Task statusChanged(Task task, TaskStatus previousStatus, String actor, String reason) {
        var type = switch (task.status()) {
            case COMPLETED -> TaskState.COMPLETED;
            case CANCELLED -> TaskState.CANCELLED;
            default -> TaskState.STATUS_CHANGED;
        };
        return tell(type, task, previousStatus, actor, reason);
    }
}
