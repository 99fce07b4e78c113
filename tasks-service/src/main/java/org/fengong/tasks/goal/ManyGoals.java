package org.fengong.tasks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.tasks.TasksTopics;

/**
 * Many goals at once, for other features: what a request does to one, with a few questions to the database for all of
 * them. Whoever uses it has made sure of their teams.
 */
@ApplicationScoped
public class ManyGoals {
    /** The name of a goal. */
    public record Ref(UUID teamId, String key) {}

    /** A goal as it is; what happens to it here is not stored. */
    public static final class Known {
        private final Goal goal;

        private Known(Goal goal) {
            this.goal = goal;
        }

        public UUID id() {
            return goal.id();
        }

        public Ref ref() {
            return new Ref(goal.teamId(), goal.key());
        }

        public String title() {
            return goal.title();
        }

        public LocalDate from() {
            return goal.from();
        }

        public LocalDate to() {
            return goal.to();
        }

        public int weight() {
            return goal.weight();
        }

        /** Null when it is part of none. */
        public UUID parentGoalId() {
            return goal.parentGoalId();
        }

        /** Null when nobody but the lead is accountable. */
        public UUID ownerId() {
            return goal.ownerId();
        }

        public List<KeyResult> keyResults() {
            return goal.keyResults();
        }
    }

    /** What a goal is to become. */
    public static final class Change {
        private final Goal made;
        private final CreateGoalRequest form;
        private final boolean isNew;
        private final boolean changes;

        private Change(Goal made, CreateGoalRequest form, boolean isNew, boolean changes) {
            this.made = made;
            this.form = form;
            this.isNew = isNew;
            this.changes = changes;
        }

        public UUID goalId() {
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
    private final GoalTree tree;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final Event<GoalWeighed> weighed;
    private final MergePatch mergePatch;
    private final ObjectMapper mapper;

    ManyGoals(
            EntityManager entityManager,
            GoalTree tree,
            Outbox outbox,
            ChangeHistory history,
            Event<GoalWeighed> weighed,
            MergePatch mergePatch,
            ObjectMapper mapper) {
        this.entityManager = entityManager;
        this.tree = tree;
        this.outbox = outbox;
        this.history = history;
        this.weighed = weighed;
        this.mergePatch = mergePatch;
        this.mapper = mapper;
    }

    /**
     * Those of the goals that exist.
     *
     * @param lock in which they stay until the transaction ends
     */
    public Map<Ref, Known> find(Collection<Ref> refs, LockModeType lock) {
        if (refs.isEmpty()) {
            return Map.of();
        }
        return detached(entityManager
                        .createQuery(
                                "select g from Goal g where g.teamId in :teams and g.key in :keys order by g.id",
                                Goal.class)
                        .setParameter("teams", refs.stream().map(Ref::teamId).collect(Collectors.toSet()))
                        .setParameter("keys", refs.stream().map(Ref::key).collect(Collectors.toSet()))
                        .setLockMode(lock)
                        .getResultList())
                .collect(Collectors.toMap(Known::ref, Function.identity()));
    }

    public Map<UUID, Known> read(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : detached(entityManager
                                .createQuery("select g from Goal g where g.id in :ids", Goal.class)
                                .setParameter("ids", ids)
                                .getResultList())
                        .collect(Collectors.toMap(Known::id, Function.identity()));
    }

    /** The goals of a team by key. */
    public List<UUID> ofTeam(UUID teamId) {
        return entityManager
                .createQuery("select g.id from Goal g where g.teamId = :team order by g.key", UUID.class)
                .setParameter("team", teamId)
                .getResultList();
    }

    private java.util.stream.Stream<Known> detached(List<Goal> goals) {
        goals.forEach(entityManager::detach);
        return goals.stream().map(Known::new);
    }

    /** Before goals are read whose parents may change: what others do to parents waits until the transaction ends. */
    public void lockParents() {
        tree.lock();
    }

    /** All that is above or below one of the goals, to {@link #judge} changes of parents in. */
    public GoalForest forest(Collection<UUID> ids) {
        return tree.forest(ids);
    }

    /**
     * What a patch makes of a goal, or of nothing; checked as a request is, but stored by {@link #store} alone.
     *
     * @param known null for a new goal
     * @param patch fields of a goal, as a request has them
     * @param forest in which it gets its place
     * @throws RuntimeException as the request would be refused
     */
    public Change judge(Known known, ObjectNode patch, GoalForest forest) {
        if (known == null) {
            var form = mergePatch.create(patch, CreateGoalRequest.class);
            var goal = Goal.create(form);
            forest.place(goal, form.parentGoalId());
            return new Change(goal, form, true, true);
        }
        var current = CreateGoalRequest.of(known.goal);
        var form = mergePatch.apply(current, patch, CreateGoalRequest.class);
        var changes = !mapper.<JsonNode>valueToTree(form).equals(mapper.valueToTree(current));
        if (changes) {
            known.goal.change(form);
            if (!Objects.equals(form.parentGoalId(), current.parentGoalId())) {
                forest.place(known.goal, form.parentGoalId());
            }
        }
        return new Change(known.goal, form, false, changes);
    }

    /** With the events, all of them in the caller's transaction, which has locked what is changed. */
    public void store(List<Change> judged, String actor) {
        var changes = judged.stream().filter(Change::changes).toList();
        var managed = managed(changes);
        var stored = new ArrayList<Outbox.Entry>();
        for (var change : changes) {
            if (change.isNew) {
                entityManager.persist(change.made);
            } else {
                var goal = managed.get(change.made.id());
                var weight = goal.weight();
                goal.change(change.form);
                if (goal.weight() != weight) {
                    weighed.fire(new GoalWeighed(goal.id(), goal.weight()));
                }
            }
        }
        entityManager.flush(); // gives the versions that the events carry
        var goals = changes.stream()
                .map(change -> change.isNew ? change.made : managed.get(change.made.id()))
                .toList();
        var progress = tree.progressOf(goals);
        var kept = new ArrayList<ChangeHistory.Kept>();
        for (int i = 0; i < goals.size(); i++) {
            var goal = goals.get(i);
            var isNew = changes.get(i).isNew;
            stored.add(new Outbox.Entry(
                    goal.id(),
                    isNew ? GoalState.CREATED : GoalState.CHANGED,
                    GoalState.of(goal, progress.get(goal.id()), actor)));
            kept.add(new ChangeHistory.Kept(
                    goal.id(),
                    goal.version(),
                    isNew ? "created" : "changed",
                    actor,
                    null,
                    GoalResponse.of(goal, progress.get(goal.id()))));
        }
        outbox.appendAll(TasksTopics.GOAL, stored);
        history.keepAll(kept, "progress");
    }

    private Map<UUID, Goal> managed(List<Change> changes) {
        var ids = changes.stream()
                .filter(change -> !change.isNew)
                .map(change -> change.made.id())
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery("select g from Goal g where g.id in :ids", Goal.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Goal::id, Function.identity()));
    }
}
