package org.fengong.tasks.goal;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.fengong.platform.http.EntityTags;
import org.fengong.platform.json.MergePatch;
import org.fengong.platform.messaging.Outbox;
import org.fengong.platform.problem.ProblemException;
import org.fengong.platform.problem.ProblemKind;
import org.fengong.platform.security.Caller;
import org.fengong.tasks.TasksTopics;
import org.fengong.tasks.organisation.FutureDateException;
import org.fengong.tasks.organisation.TeamAccess;

@ApplicationScoped
class GoalService {
    private final GoalRepository goals;
    private final EntityManager entityManager;
    private final TeamAccess access;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final Event<GoalWeighed> weighed;
    private final Caller caller;
    private final Clock clock;

    GoalService(
            GoalRepository goals,
            EntityManager entityManager,
            TeamAccess access,
            MergePatch mergePatch,
            Outbox outbox,
            Event<GoalWeighed> weighed,
            Caller caller,
            Clock clock) {
        this.goals = goals;
        this.entityManager = entityManager;
        this.access = access;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.weighed = weighed;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Goal create(CreateGoalRequest request) {
        access.requireLedReference(request.teamId());
        var goal = Goal.create(request);
        goals.persist(goal);
        return announced(GoalState.CREATED, goal);
    }

    Goal read(UUID id) {
        return goals.findByIdOptional(id)
                .filter(goal -> access.mayRead(goal.teamId()))
                .orElseThrow(() -> new GoalNotFoundException(id));
    }

    @Transactional
    Goal patch(UUID id, long expectedVersion, JsonNode patch) {
        var goal = requireLed(id);
        EntityTags.requireSame(expectedVersion, goal.version());
        var weight = goal.weight();
        goal.change(mergePatch.apply(CreateGoalRequest.of(goal), patch, CreateGoalRequest.class));
        if (goal.weight() != weight) {
            weighed.fire(new GoalWeighed(id, goal.weight()));
        }
        return announced(GoalState.CHANGED, goal);
    }

    @Transactional
    Goal measure(UUID id, UUID keyResultId, MeasureRequest request) {
        var goal = requireReadable(id);
        var today = access.requireLed(goal.teamId()).today(clock);
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
        entityManager.persist(new Measurement(id, keyResultId, request, caller.actorName()));
        goals.flush();
        outbox.append(
                TasksTopics.GOAL,
                id,
                GoalState.MEASURED,
                GoalState.measured(
                        goal, caller.actorName(), keyResultId, request.measuredOn(), new GoalState.Previous(before)));
        return goal;
    }

    private Goal requireReadable(UUID id) {
        var goal = goals.requireLocked(id);
        if (!access.mayRead(goal.teamId())) {
            throw new GoalNotFoundException(id);
        }
        return goal;
    }

    private Goal requireLed(UUID id) {
        var goal = requireReadable(id);
        access.requireLed(goal.teamId());
        return goal;
    }

    private Goal announced(String type, Goal goal) {
        goals.flush(); // gives the version that the event carries
        outbox.append(TasksTopics.GOAL, goal.id(), type, GoalState.of(goal, caller.actorName()));
        return goal;
    }
}
