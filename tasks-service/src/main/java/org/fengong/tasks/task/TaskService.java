package org.fengong.tasks.task;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Caller;
import org.fengong.tasks.organisation.TeamAccess;

/** Tasks and their status. */
@ApplicationScoped
class TaskService {
    private final TaskRepository tasks;
    private final TaskReferences references;
    private final TaskAnnouncer announcer;
    private final TeamAccess access;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    TaskService(
            TaskRepository tasks,
            TaskReferences references,
            TaskAnnouncer announcer,
            TeamAccess access,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.references = references;
        this.announcer = announcer;
        this.access = access;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Task create(TaskForm form) {
        var team = access.requireLedReference(form.teamId());
        references.require(team, form, null);
        var task = Task.create(form, references.ownerOf(team, form), clock.instant());
        tasks.persist(task);
        return announcer.tell(TaskState.CREATED, task, null, caller.actorName(), null);
    }

    /** Also loads what the task waits for. */
    @Transactional
    TaskResponse read(UUID id) {
        return tasks.findByIdOptional(id)
                .filter(task -> access.mayRead(task.teamId()))
                .map(TaskResponse::of)
                .orElseThrow(() -> new TaskNotFoundException(id));
    }

    @Transactional
    TaskResponse patch(UUID id, long expectedVersion, JsonNode patch) {
        if (patch.has("dependsOn")) {
            tasks.lockDependencies();
        }
        var task = requireLed(id);
        EntityTags.requireSame(expectedVersion, task.version());
        var current = TaskForm.of(task);
        var form = mergePatch.apply(current, patch, TaskForm.class);
        if (form.draft() != null) {
            throw new InvalidRequestException(
                    Violation.inBody("draft", "is for creation only; open, cancel and reopen change the status"));
        }
        var team = access.requireReadable(task.teamId());
        references.require(team, form, current);
        if (patch.has("dependsOn")) {
            var cycle = tasks.cycle(
                    id, form.dependencies().stream().map(Dependency::taskId).toList());
            if (!cycle.isEmpty()) {
                throw new DependencyCycleException(cycle);
            }
        }
        var before = task.status();
        task.change(form, references.ownerOf(team, form));
        return TaskResponse.of(announcer.changed(task, before, caller.actorName()));
    }

    @Transactional
    TaskResponse open(UUID id) {
        return changeStatus(requireLed(id), Task::open, null);
    }

    /** A member hands in what nobody else has to work on any more; the owner still has to accept it. */
    @Transactional
    TaskResponse complete(UUID id) {
        var task = requireReadable(id);
        if (caller.memberId().filter(task::mayBeHandedInBy).isEmpty()) {
            requireOwnerOrLead(task);
        }
        return changeStatus(task, t -> t.complete(clock.instant(), access.is(t.ownerId())), null);
    }

    @Transactional
    TaskResponse accept(UUID id) {
        var task = requireReadable(id);
        requireOwnerOrLead(task);
        task.accept(clock.instant());
        return TaskResponse.of(announcer.accepted(task, caller.actorName()));
    }

    @Transactional
    TaskResponse giveBack(UUID id, ReturnRequest request) {
        var task = requireReadable(id);
        requireOwnerOrLead(task);
        return changeStatus(task, t -> t.giveBack(request, clock.instant()), request.reason());
    }

    @Transactional
    TaskResponse cancel(UUID id, String reason) {
        return changeStatus(requireLed(id), task -> task.cancel(reason), reason);
    }

    @Transactional
    TaskResponse reopen(UUID id) {
        return changeStatus(requireLed(id), Task::reopen, null);
    }

    @Transactional
    TaskResponse block(UUID id, String reason) {
        var task = requireOwnerLeadOrAssignee(id);
        task.block(reason, clock.instant());
        return TaskResponse.of(announcer.blocked(task, caller.actorName(), reason));
    }

    @Transactional
    TaskResponse unblock(UUID id) {
        var task = requireOwnerLeadOrAssignee(id);
        task.unblock();
        return TaskResponse.of(announcer.blocked(task, caller.actorName(), null));
    }

    private void requireOwnerOrLead(Task task) {
        if (!access.is(task.ownerId())) {
            access.requireLed(task.teamId());
        }
    }

    private Task requireOwnerLeadOrAssignee(UUID id) {
        var task = requireReadable(id);
        if (caller.memberId().filter(task::isAssignedTo).isEmpty()) {
            requireOwnerOrLead(task);
        }
        return task;
    }

    private TaskResponse changeStatus(Task task, Consumer<Task> change, String reason) {
        var before = task.status();
        change.accept(task);
        return TaskResponse.of(announcer.statusChanged(task, before, caller.actorName(), reason));
    }

    private Task requireReadable(UUID id) {
        var task = tasks.requireLocked(id);
        if (!access.mayRead(task.teamId())) {
            throw new TaskNotFoundException(id);
        }
        return task;
    }

    private Task requireLed(UUID id) {
        var task = requireReadable(id);
        access.requireLed(task.teamId());
        return task;
    }
}
