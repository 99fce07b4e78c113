package org.fengong.review.division;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class PlanEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final EventHandlers handlers = new EventHandlers();

    PlanEventsConsumer(EventProcessor processor, Snapshots snapshots) {
        this.processor = processor;
        this.snapshots = snapshots;
        PlanState.TYPES.forEach(type -> handlers.on(type, PlanState.class, this::take));
    }

    @Incoming("plans")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(PlanState plan) {
        snapshots.take(PlanSnapshot.class, plan.planId(), PlanSnapshot::new, known -> known.take(plan));
    }
}
