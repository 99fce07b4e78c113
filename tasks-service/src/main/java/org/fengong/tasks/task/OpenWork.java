package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What other features may ask of tasks: those that ask for people's time. */
@ApplicationScoped
public class OpenWork {
    /** A task as far as its demand goes. */
    public record Item(UUID goalId, int importance, LocalDate earliestStart, LocalDate dueDate, List<Role> roles) {}

    private final TaskRepository tasks;

    OpenWork(TaskRepository tasks) {
        this.tasks = tasks;
    }

    public List<Item> of(UUID teamId) {
        return tasks.askingForTime(teamId).stream()
                .map(t -> new Item(t.goalId(), t.importance(), t.earliestStart(), t.dueDate(), t.roles()))
                .toList();
    }
}
