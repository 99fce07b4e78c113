package org.fengong.tasks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.fengong.platform.history.ChangeHistory;
import org.fengong.platform.history.ChangeResponse;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.problem.UnknownReferenceException;
import org.fengong.platform.security.Caller;
import org.fengong.tasks.TasksTopics;
import org.fengong.tasks.organisation.FutureDateException;
import org.fengong.tasks.organisation.Team;
import org.fengong.tasks.organisation.TeamAccess;

@ApplicationScoped
class GoalService {
    private final GoalRepository goals;
    private final GoalTree tree;
    private final EntityManager entityManager;
    private final TeamAccess access;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final ChangeHistory history;
    private final Event<GoalWeighed> weighed;
    private final Caller caller;
    private final Clock clock;

    GoalService(
            GoalRepository goals,
            GoalTree tree,
            EntityManager entityManager,
            TeamAccess access,
            MergePatch mergePatch,
            Outbox outbox,
            ChangeHistory history,
            Event<GoalWeighed> weighed,
            Caller caller,
            Clock clock) {
        this.goals = goals;
        this.tree = tree;
        this.entityManager = entityManager;
        this.access = access;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.history = history;
        this.weighed = weighed;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    GoalResponse create(CreateGoalRequest request) {
        if (request.parentGoalId() != null) {
            tree.lock();
        }
        var team = access.requireLedReference(request.teamId());
        requireOwner(team, request);
        var goal = Goal.create(request);
        requireParent(goal, request.parentGoalId());
        goals.persist(goal);
        return announced(GoalState.CREATED, goal);
    }

    GoalResponse read(UUID id) {
        return response(requireReadable(id));
    }

    Page<GoalResponse> list(GoalRepository.Filter filter, String sort, String cursor, Integer limit) {
        var page = goals.list(access.readable(), filter, sort, cursor, limit);
        var progress = tree.progressOf(page.items());
        return page.map(goal -> GoalResponse.of(goal, progress.get(goal.id())));
    }

    Page<GoalNode> tree(UUID teamId, String cursor, Integer limit) {
        return tree.of(teamId, cursor, limit);
    }

    Page<MeasurementResponse> measurements(UUID id, UUID keyResultId, String sort, String cursor, Integer limit) {
        requireReadable(id);
        return goals.measurements(id, keyResultId, sort, cursor, limit).map(Measurement::response);
    }

    Page<ChangeResponse> history(UUID id, String cursor, Integer limit) {
        requireReadable(id);
        return history.of(id, cursor, limit);
    }

    @Transactional
    GoalResponse patch(UUID id, long expectedVersion, JsonNode patch) {
        if (patch.has("parentGoalId")) {
            tree.lock();
        }
        var goal = requireLocked(id);
        var team = access.requireLed(goal.teamId());
        EntityTags.requireSame(expectedVersion, goal.version());
        var weight = goal.weight();
        var parentGoalId = goal.parentGoalId();
        var form = mergePatch.apply(CreateGoalRequest.of(goal), patch, CreateGoalRequest.class);
        requireOwner(team, form);
        if (!Objects.equals(form.parentGoalId(), parentGoalId)) {
            requireParent(goal, form.parentGoalId());
        }
        goal.change(form);
        if (goal.weight() != weight) {
            weighed.fire(new GoalWeighed(id, goal.weight()));
        }
        return announced(GoalState.CHANGED, goal);
    }

    @Transactional
    GoalResponse measure(UUID id, UUID keyResultId, MeasureRequest request) {
        var goal = requireLocked(id);
        var team = access.requireReadable(goal.teamId());
        if (!access.is(goal.ownerId())) {
            access.requireLead(team);
        }
        var today = team.today(clock);
        if (request.measuredOn().isAfter(today)) {
            throw new FutureDateException("measured-in-the-future", "measuredOn", request.measuredOn(), today);
        }
        var before = goal.measure(keyResultId, request.value())
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.NOT_FOUND,
                        "key-result-not-found",
                        "The goal %s has no key result %s.".formatted(goal.key(), keyResultId)));
        if (before.equals(request.value())) {
            // the goal looks the same, yet each measurement has a version of its own, by which consumers tell them
            // apart
            entityManager.lock(goal, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }
        entityManager.persist(new Measurement(id, keyResultId, request, clock.instant(), caller.actorName()));
        goals.flush();
        var response = response(goal);
        outbox.append(
                TasksTopics.GOAL,
                id,
                GoalState.MEASURED,
                GoalState.measured(
                        goal,
                        response.progress(),
                        caller.actorName(),
                        keyResultId,
                        request.measuredOn(),
                        new GoalState.Previous(before)));
        keep("measured", response);
        return response;
    }

    /** @throws UnknownReferenceException when the owner is not in the team */
    private static void requireOwner(Team team, CreateGoalRequest form) {
        if (form.ownerId() != null && !team.includes(form.ownerId())) {
            throw new UnknownReferenceException("owner", "ownerId", form.ownerId());
        }
    }

    /**
     * @throws UnknownReferenceException when there is no such goal for this caller
     * @throws GoalCycleException when it is below the goal, or the goal itself
     * @throws GoalTooDeepException when there would be too many levels
     */
    private void requireParent(Goal goal, UUID parentGoalId) {
        if (parentGoalId != null) {
            var parent = goals.findByIdOptional(parentGoalId)
                    .filter(known -> access.mayRead(known.teamId()))
                    .orElseThrow(() -> new UnknownReferenceException("goal", "parentGoalId", parentGoalId));
            tree.forest(List.of(goal.id(), parent.id())).place(goal, parent.id());
        }
    }

    private Goal requireReadable(UUID id) {
        return goals.findByIdOptional(id)
                .filter(goal -> access.mayRead(goal.teamId()))
                .orElseThrow(() -> new GoalNotFoundException(id));
    }

    private Goal requireLocked(UUID id) {
        var goal = goals.requireLocked(id);
        if (!access.mayRead(goal.teamId())) {
            throw new GoalNotFoundException(id);
        }
        return goal;
    }

    private GoalResponse announced(String type, Goal goal) {
        goals.flush(); // gives the version that the event carries
        var response = response(goal);
        outbox.append(TasksTopics.GOAL, goal.id(), type, GoalState.of(goal, response.progress(), caller.actorName()));
        keep(type.equals(GoalState.CREATED) ? "created" : "changed", response);
        return response;
    }

    /** Its progress changes with its parts, too, without a version of its own. */
    private void keep(String action, GoalResponse goal) {
        history.keep(goal.id(), goal.version(), action, caller.actorName(), null, goal, "progress");
    }

    private GoalResponse response(Goal goal) {
        return GoalResponse.of(goal, tree.progressOf(List.of(goal)).get(goal.id()));
    }
}
