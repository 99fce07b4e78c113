package org.fengong.tasks.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.organisation.TeamAccess;

/** What other features may ask of a task: whose it is. */
@ApplicationScoped
public class TaskTeams {
    private final TaskRepository tasks;
    private final TeamAccess access;

    TaskTeams(TaskRepository tasks, TeamAccess access) {
        this.tasks = tasks;
        this.access = access;
    }

    /**
     * The team that does the task.
     *
     * @throws TaskNotFoundException when there is no such task for this caller
     */
    public Team requireReadable(UUID taskId) {
        var teamId = tasks.teamsOf(Set.of(taskId)).get(taskId);
        if (teamId == null || !access.mayRead(teamId)) {
            throw new TaskNotFoundException(taskId);
        }
        return access.requireReadable(teamId);
    }
}
