package org.fengong.allocation.snapshot;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class WorkEventsConsumer {
    private final EventProcessor processor;
    private final EventHandlers handlers;

    WorkEventsConsumer(EventProcessor processor, Snapshots snapshots, Event<RoleEstimated> estimated) {
        this.processor = processor;
        this.handlers = new EventHandlers()
                .on(
                        WorkLogged.TYPE,
                        WorkLogged.class,
                        work -> snapshots.take(
                                RoleProgress.class, work.roleId(), RoleProgress::new, known -> known.logged(work)))
                .on(
                        EstimateChanged.TYPE,
                        EstimateChanged.class,
                        estimate -> snapshots.take(RoleProgress.class, estimate.roleId(), RoleProgress::new, known -> {
                            if (known.estimated(estimate)) {
                                estimated.fire(new RoleEstimated(
                                        estimate.taskId(), estimate.roleId(), estimate.estimateToCompleteMinutes()));
                            }
                        }));
    }

    @Incoming("work")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }
}
