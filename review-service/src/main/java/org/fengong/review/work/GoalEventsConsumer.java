package org.fengong.review.work;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class GoalEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final EntityManager entityManager;
    private final EventHandlers handlers;

    GoalEventsConsumer(EventProcessor processor, Snapshots snapshots, EntityManager entityManager) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.entityManager = entityManager;
        this.handlers = new EventHandlers()
                .on(GoalState.CREATED, GoalState.class, this::take)
                .on(GoalState.CHANGED, GoalState.class, this::take)
                .on(GoalState.MEASURED, GoalState.class, this::takeMeasured);
    }

    @Incoming("goals")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(GoalState goal) {
        snapshots.take(GoalSnapshot.class, goal.goalId(), GoalSnapshot::new, known -> known.take(goal));
    }

    /** Each measurement is kept, also one that arrives after a later state of its goal. */
    private void takeMeasured(GoalState goal) {
        take(goal);
        entityManager
                .createNativeQuery("insert into key_result_measurement"
                        + " (goal_id, version, key_result_id, measured_on, previous, current)"
                        + " values (:goal, :version, :result, :day, :previous, :current) on conflict do nothing")
                .setParameter("goal", goal.goalId())
                .setParameter("version", goal.version())
                .setParameter("result", goal.keyResultId())
                .setParameter("day", goal.measuredOn())
                .setParameter("previous", goal.previous().current())
                .setParameter("current", goal.measured())
                .executeUpdate();
    }
}
