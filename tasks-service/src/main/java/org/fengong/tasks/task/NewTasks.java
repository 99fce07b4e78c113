package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Creates tasks for other features, with all that a request has to hold to. */
@ApplicationScoped
public class NewTasks {
    private final TaskService service;

    NewTasks(TaskService service) {
        this.service = service;
    }

    /** In the caller's transaction, when there is one. */
    public UUID create(TaskForm form) {
        return service.create(form).id();
    }
}
