package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import org.fengong.platform.messaging.Outbox;
import org.fengong.tasks.TasksTopics;

/** Tells the other services of a task. */
@ApplicationScoped
class TaskAnnouncer {
    private final TaskRepository tasks;
    private final Outbox outbox;

    TaskAnnouncer(TaskRepository tasks, Outbox outbox) {
        this.tasks = tasks;
        this.outbox = outbox;
    }

    /** @param previousStatus absent when the status stayed */
    Task tell(String type, Task task, TaskStatus previousStatus, String actor, String reason) {
        tasks.flush(); // gives the version that the event carries
        outbox.append(TasksTopics.TASK, task.id(), type, TaskState.of(task, previousStatus, actor, reason));
        return task;
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
