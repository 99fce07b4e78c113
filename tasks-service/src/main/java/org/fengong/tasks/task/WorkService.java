package org.fengong.tasks.task;

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
import org.fengong.tasks.organisation.FutureDateException;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.organisation.TeamAccess;

/** Work on the roles of tasks, by the members who have them (or the lead for them). */
@ApplicationScoped
class WorkService {
    private final TaskRepository tasks;
    private final TaskAnnouncer announcer;
    private final TeamAccess access;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    WorkService(
            TaskRepository tasks,
            TaskAnnouncer announcer,
            TeamAccess access,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.announcer = announcer;
        this.access = access;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws RuleViolatedException when the day is in the future or nobody is named and nobody is assigned
     * @throws TaskStatusException and {@link RoleCompletedException} when the task or role takes no work
     */
    @Transactional
    WorkLogResponse log(UUID taskId, LogWorkRequest request) {
        var task = requireReadable(taskId);
        var team = access.requireReadable(task.teamId());
        var role = task.role(request.roleId());
        var memberId = request.memberId() == null ? role.assigneeId() : request.memberId();
        if (memberId == null) {
            throw new RuleViolatedException(
                    "nobody-assigned",
                    "memberId",
                    "Nobody is assigned to the role %s; say who worked.".formatted(role.name()));
        }
        requireOwnRole(team, role, memberId);
        if (!team.includes(memberId)) {
            throw new RuleViolatedException(
                    "not-in-team", "memberId", "The member is not in the team " + team.key() + ".");
        }
        var today = team.today(clock);
        if (request.date().isAfter(today)) {
            throw new FutureDateException("work-in-the-future", "date", request.date(), today);
        }
        var before = task.status();
        task.log(role.roleId(), request.minutes(), clock.instant());
        var log = new WorkLog(taskId, memberId, request, clock.instant());
        tasks.getEntityManager().persist(log);
        tasks.flush();
        outbox.append(
                TasksTopics.WORK,
                taskId,
                WorkLogged.TYPE,
                new WorkLogged(
                        log.id(),
                        taskId,
                        role.roleId(),
                        memberId,
                        task.teamId(),
                        task.goalId(),
                        request.date(),
                        request.minutes(),
                        task.role(role.roleId()).loggedMinutes(),
                        task.version(),
                        caller.actorName()));
        if (before != task.status()) {
            announcer.statusChanged(task, before, caller.actorName(), null);
        } else {
            announcer.keep("worked-on", task, caller.actorName(), null);
        }
        return log.response();
    }

    Page<WorkLogResponse> logs(UUID taskId, String cursor, Integer limit) {
        tasks.findByIdOptional(taskId)
                .filter(task -> access.mayRead(task.teamId()))
                .orElseThrow(() -> new TaskNotFoundException(taskId));
        return tasks.workLogs(taskId, cursor, limit).map(WorkLog::response);
    }

    @Transactional
    TaskResponse estimate(UUID taskId, UUID roleId, long expectedVersion, int minutesToComplete) {
        var task = requireReadable(taskId);
        EntityTags.requireSame(expectedVersion, task.version());
        var role = task.role(roleId);
        requireOwnRole(access.requireReadable(task.teamId()), role, role.assigneeId());
        task.estimate(roleId, minutesToComplete);
        tasks.flush();
        outbox.append(
                TasksTopics.WORK,
                taskId,
                EstimateChanged.TYPE,
                new EstimateChanged(
                        taskId,
                        roleId,
                        task.teamId(),
                        minutesToComplete,
                        new EstimateChanged.Previous(role.estimateToCompleteMinutes()),
                        task.version(),
                        caller.actorName()));
        announcer.keep("estimated", task, caller.actorName(), null);
        return TaskResponse.of(task, Priority.today(clock));
    }

    @Transactional
    TaskResponse completeRole(UUID taskId, UUID roleId) {
        var task = requireReadable(taskId);
        var role = task.role(roleId);
        requireOwnRole(access.requireReadable(task.teamId()), role, role.assigneeId());
        var before = task.status();
        task.completeRole(roleId, clock.instant());
        return TaskResponse.of(announcer.changed(task, before, caller.actorName()), Priority.today(clock));
    }

    private Task requireReadable(UUID id) {
        var task = tasks.requireLocked(id);
        if (!access.mayRead(task.teamId())) {
            throw new TaskNotFoundException(id);
        }
        return task;
    }

    /** A member acts on the own role only; the lead on every one. */
    private void requireOwnRole(Team team, Role role, UUID memberId) {
        if (!(access.is(memberId) && memberId.equals(role.assigneeId()))) {
            access.requireLead(team);
        }
    }
}
