package org.fengong.tasks.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.tasks.TasksTopics;

/**
 * Many tasks at once, for other features: what a request does to one, with a few questions to the database for all of
 * them. Whoever uses it has resolved what the tasks point to.
 */
@ApplicationScoped
public class ManyTasks {
    /** The name of a task. */
    public record Ref(UUID teamId, String key) {}

    /** A task as it is; what happens to it here is not stored. */
    public static final class Known {
        private final Task task;

        private Known(Task task) {
            this.task = task;
        }

        public UUID id() {
            return task.id();
        }

        public Ref ref() {
            return new Ref(task.teamId(), task.key());
        }

        /** As the body of the request that would create it, roles with their ids. */
        public TaskForm form() {
            return TaskForm.of(task);
        }

        public boolean isDraft() {
            return task.status() == TaskStatus.DRAFT;
        }
    }

    /** What a task is to become. */
    public static final class Change {
        private final Task made;
        private final TaskForm form;
        private final boolean isNew;
        private final boolean changes;
        private final Integer goalWeight;

        private Change(Task made, TaskForm form, boolean isNew, boolean changes, Integer goalWeight) {
            this.made = made;
            this.form = form;
            this.isNew = isNew;
            this.changes = changes;
            this.goalWeight = goalWeight;
        }

        public UUID taskId() {
            return made.id();
        }

        public boolean isNew() {
            return isNew;
        }

        /** False when it is so already. */
        public boolean changes() {
            return changes;
        }
    }

    private final EntityManager entityManager;
    private final TaskRepository tasks;
    private final TaskPriorities priorities;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final MergePatch mergePatch;
    private final ObjectMapper mapper;
    private final Clock clock;

    ManyTasks(
            EntityManager entityManager,
            TaskRepository tasks,
            TaskPriorities priorities,
            Outbox outbox,
            ChangeHistory history,
            MergePatch mergePatch,
            ObjectMapper mapper,
            Clock clock) {
        this.entityManager = entityManager;
        this.tasks = tasks;
        this.priorities = priorities;
        this.outbox = outbox;
        this.history = history;
        this.mergePatch = mergePatch;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Those of the tasks that exist.
     *
     * @param lock whether they, and what they wait for, stay as they are until the transaction ends
     */
    public Map<Ref, Known> find(Collection<Ref> refs, boolean lock) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        var ids = entityManager
                .createQuery("select t.id from Task t where t.teamId in :teams and t.key in :keys", UUID.class)
                .setParameter("teams", refs.stream().map(Ref::teamId).collect(Collectors.toSet()))
                .setParameter("keys", refs.stream().map(Ref::key).collect(Collectors.toSet()))
                .getResultList();
        if (lock && !ids.isEmpty()) {
            entityManager
                    .createNativeQuery(
                            "select id from task where id in (:ids)"
                                    + " or id in (select depends_on_id from task_dependency where task_id in (:ids))"
                                    + " order by id for no key update",
                            UUID.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
        return read(ids).stream().collect(Collectors.toMap(Known::ref, Function.identity()));
    }

    /** In no order. */
    public List<Known> read(Collection<UUID> ids) {
        var found = load(ids).values().stream().map(Known::new).toList();
        found.forEach(known -> entityManager.detach(known.task));
        return found;
    }

    /** The names of those of the tasks that exist. */
    public Map<UUID, Ref> refs(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("select t.id, t.teamId, t.key from Task t where t.id in :ids", Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(
                                Collectors.toMap(row -> (UUID) row[0], row -> new Ref((UUID) row[1], (String) row[2])));
    }

    /** The tasks of a team by key. */
    public List<UUID> ofTeam(UUID teamId) {
        return entityManager
                .createQuery("select t.id from Task t where t.teamId = :team order by t.key", UUID.class)
                .setParameter("team", teamId)
                .getResultList();
    }

    /** Which tasks of the team wait for which, of whatever team. */
    public Map<UUID, List<UUID>> dependencies(UUID teamId) {
        return entityManager
                .createQuery(
                        "select t.id, d.taskId from Task t join t.dependsOn d where t.teamId = :team", Object[].class)
                .setParameter("team", teamId)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(row -> (UUID) row[1], Collectors.toList())));
    }

    /**
     * What a patch makes of a task, or of nothing; checked as a request is, but stored by {@link #store} alone.
     *
     * @param known null for a new task
     * @param patch fields of {@link TaskForm}, the owner among them
     * @param goalWeight of the goal that the task has then, 0 without one; null when it keeps the one that it has
     * @throws RuntimeException as the request would be refused
     */
    public Change judge(Known known, ObjectNode patch, Integer goalWeight) {
        if (known == null) {
            var form = mergePatch.create(patch, TaskForm.class);
            return new Change(Task.create(form, form.ownerId(), clock.instant()), form, true, true, goalWeight);
        }
        var current = known.form();
        var form = mergePatch.apply(current, patch, TaskForm.class);
        var changes = !mapper.<JsonNode>valueToTree(form).equals(mapper.valueToTree(current));
        if (changes) {
            known.task.change(form, form.ownerId());
        }
        return new Change(known.task, form, false, changes, goalWeight);
    }

    /** With the events, all of them in the caller's transaction. */
    public void store(List<Change> judged, String actor) {
        var changes = judged.stream().filter(Change::changes).toList();
        var managed = load(changes.stream()
                .filter(change -> !change.isNew)
                .map(Change::taskId)
                .toList());
        var waitedFor = new HashSet<UUID>();
        changes.forEach(change -> waitedFor.addAll(change.made.predecessorIds()));
        managed.values().forEach(task -> waitedFor.addAll(task.predecessorIds()));
        priorities.lock(waitedFor);
        var before = new HashMap<UUID, TaskStatus>();
        var stored = new ArrayList<Task>();
        for (var change : changes) {
            var task = change.isNew ? change.made : managed.get(change.taskId());
            if (!change.isNew) {
                before.put(task.id(), task.status());
                task.change(change.form, change.form.ownerId());
            }
            if (change.goalWeight != null) {
                task.weigh(change.goalWeight);
            }
            if (change.isNew) {
                tasks.persist(task);
            }
            stored.add(task);
        }
        tasks.flush(); // gives the versions that the events carry
        outbox.appendAll(
                TasksTopics.TASK,
                stored.stream()
                        .map(task -> event(task, before.get(task.id()), actor))
                        .toList());
        var today = Priority.today(clock);
        history.keepAll(
                stored.stream()
                        .map(task -> new ChangeHistory.Kept(
                                task.id(),
                                task.version(),
                                before.containsKey(task.id()) ? "changed" : "created",
                                actor,
                                null,
                                TaskResponse.of(task, today)))
                        .toList(),
                "priority");
        priorities.recount(waitedFor);
    }

    /** @param before null of a new task */
    private static Outbox.Entry event(Task task, TaskStatus before, String actor) {
        return before == null
                ? new Outbox.Entry(task.id(), TaskState.CREATED, TaskState.of(task, null, actor, null))
                : new Outbox.Entry(
                        task.id(),
                        TaskState.CHANGED,
                        TaskState.of(task, before == task.status() ? null : before, actor, null));
    }

    private Map<UUID, Task> load(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("select t from Task t left join fetch t.dependsOn where t.id in :ids", Task.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Task::id, Function.identity(), (a, b) -> a));
    }
}
