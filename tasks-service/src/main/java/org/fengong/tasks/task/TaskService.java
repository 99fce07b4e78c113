package org.fengong.tasks.task;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Caller;
import org.fengong.tasks.organisation.TeamAccess;

/** Tasks and their status. */
@ApplicationScoped
class TaskService {
    private final TaskRepository tasks;
    private final TaskReferences references;
    private final TaskPriorities priorities;
    private final TaskAnnouncer announcer;
    private final ChangeHistory history;
    private final TeamAccess access;
    private final MergePatch mergePatch;
    private final Caller caller;
    private final Clock clock;

    TaskService(
            TaskRepository tasks,
            TaskReferences references,
            TaskPriorities priorities,
            TaskAnnouncer announcer,
            ChangeHistory history,
            TeamAccess access,
            MergePatch mergePatch,
            Caller caller,
            Clock clock) {
        this.tasks = tasks;
        this.references = references;
        this.priorities = priorities;
        this.announcer = announcer;
        this.history = history;
        this.access = access;
        this.mergePatch = mergePatch;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    TaskResponse create(TaskForm form) {
        var team = access.requireLedReference(form.teamId());
        var goalWeight = references.require(team, form, null);
        var task = Task.create(form, references.ownerOf(team, form), clock.instant());
        goalWeight.ifPresent(task::weigh);
        priorities.lock(task.predecessorIds());
        tasks.persist(task);
        announcer.tell(TaskState.CREATED, task, null, caller.actorName(), null);
        priorities.recount(task.predecessorIds());
        return response(task);
    }

    Page<TaskSummary> list(TaskRepository.Filter filter, String sort, String cursor, Integer limit) {
        var today = Priority.today(clock);
        return tasks.list(access.readable(), filter, sort, cursor, limit).map(task -> TaskSummary.of(task, today));
    }

    TaskResponse read(UUID id) {
        return tasks.findToRead(id)
                .filter(task -> access.mayRead(task.teamId()))
                .map(this::response)
                .orElseThrow(() -> new TaskNotFoundException(id));
    }

    @Transactional
    TaskResponse patch(UUID id, long expectedVersion, JsonNode patch) {
        if (patch.has("dependsOn")) {
            tasks.lockDependencies();
            lockTogether(id, patch.get("dependsOn"));
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
        references.require(team, form, current).ifPresent(task::weigh);
        if (patch.has("dependsOn")) {
            var cycle = tasks.cycle(
                    id, form.dependencies().stream().map(Dependency::taskId).toList());
            if (!cycle.isEmpty()) {
                throw new DependencyCycleException(cycle);
            }
        }
        var before = task.status();
        var waitedFor = new HashSet<>(task.predecessorIds());
        task.change(form, references.ownerOf(team, form));
        announcer.changed(task, before, caller.actorName());
        if (!waitedFor.equals(task.predecessorIds())) {
            waitedFor.addAll(task.predecessorIds());
            priorities.recount(waitedFor);
        }
        return response(task);
    }

    /** The task, what it waits for and what it is to wait for; what is no id is refused later. */
    private void lockTogether(UUID id, JsonNode dependsOn) {
        var ids = new HashSet<>(tasks.predecessorsOf(id));
        ids.add(id);
        dependsOn.findValuesAsText("taskId").stream()
                .filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString)
                .forEach(ids::add);
        priorities.lock(ids);
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
        return response(announcer.accepted(task, caller.actorName()));
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
        return response(announcer.blocked(task, caller.actorName(), reason));
    }

    @Transactional
    TaskResponse unblock(UUID id) {
        var task = requireOwnerLeadOrAssignee(id);
        task.unblock();
        return response(announcer.blocked(task, caller.actorName(), null));
    }

    @Transactional
    TaskResponse check(UUID id, UUID itemId) {
        return changeItem(id, itemId, item -> item.checked(clock.instant(), caller.actorName()));
    }

    @Transactional
    TaskResponse uncheck(UUID id, UUID itemId) {
        return changeItem(id, itemId, ChecklistItem::unchecked);
    }

    /** What is as it should be already is no change. */
    private TaskResponse changeItem(UUID id, UUID itemId, UnaryOperator<ChecklistItem> change) {
        var task = requireOwnerLeadOrAssignee(id);
        var before = task.notes();
        task.check(itemId, change);
        if (!task.notes().equals(before)) {
            announcer.changed(task, task.status(), caller.actorName());
        }
        return response(task);
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        tasks.findByIdOptional(id)
                .filter(task -> access.mayRead(task.teamId()))
                .orElseThrow(() -> new TaskNotFoundException(id));
        return history.of(id, cursor, limit);
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
        announcer.statusChanged(task, before, caller.actorName(), reason);
        if (before.isClosed() != task.status().isClosed()) {
            priorities.recount(task.predecessorIds());
        }
        return response(task);
    }

    private TaskResponse response(Task task) {
        return TaskResponse.of(task, Priority.today(clock));
    }

    private Task requireReadable(UUID id) {
        priorities.lockWithPredecessors(id);
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
