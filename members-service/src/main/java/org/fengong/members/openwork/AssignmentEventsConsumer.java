package org.fengong.members.openwork;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;

/** Keeps the copy of what each member has to do. */
@ApplicationScoped
class AssignmentEventsConsumer {
    private final EventProcessor processor;
    private final EventHandlers handlers;

    AssignmentEventsConsumer(EventProcessor processor, OpenWork openWork) {
        this.processor = processor;
        this.handlers = new EventHandlers()
                .on(TaskAssignments.ASSIGNED, TaskAssignments.class, openWork::take)
                .on(TaskAssignments.UNASSIGNED, TaskAssignments.class, openWork::take);
    }

    @Incoming("assignments")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }
}
