package org.fengong.allocation.snapshot;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class GoalEventsConsumer {
    private final EventProcessor processor;
    private final EventHandlers handlers = new EventHandlers();

    GoalEventsConsumer(EventProcessor processor, Snapshots snapshots) {
        this.processor = processor;
        List.of(
                        "fengong.tasks.goal-created.v1",
                        "fengong.tasks.goal-changed.v1",
                        "fengong.tasks.key-result-measured.v1")
                .forEach(type -> handlers.on(
                        type,
                        GoalState.class,
                        goal -> snapshots.take(
                                GoalSnapshot.class, goal.goalId(), GoalSnapshot::new, known -> known.take(goal))));
    }

    @Incoming("goals")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }
}
