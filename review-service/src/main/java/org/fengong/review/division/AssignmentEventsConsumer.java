package org.fengong.review.division;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;
import org.fengong.review.metric.Facts;

@ApplicationScoped
class AssignmentEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final EventHandlers handlers;

    AssignmentEventsConsumer(EventProcessor processor, Snapshots snapshots) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.handlers = new EventHandlers()
                .on(TaskDivided.ASSIGNED, TaskDivided.class, this::take)
                .on(TaskDivided.UNASSIGNED, TaskDivided.class, this::take);
        OfferTold.TYPES.forEach((type, answer) -> handlers.on(type, OfferTold.class, told -> take(told, answer)));
    }

    @Incoming("assignments")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(TaskDivided task) {
        snapshots.take(TaskDivision.class, task.taskId(), TaskDivision::new, known -> known.take(task));
    }

    private void take(OfferTold offer, Facts.Answer answer) {
        snapshots.take(OfferSnapshot.class, offer.offerId(), OfferSnapshot::new, known -> known.take(offer, answer));
    }
}
