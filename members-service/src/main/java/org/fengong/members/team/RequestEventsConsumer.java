package org.fengong.members.team;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;

/** Whom a department lends to a team becomes its collaborator (P4). */
@ApplicationScoped
class RequestEventsConsumer {
    private final EventProcessor processor;
    private final EventHandlers handlers;

    RequestEventsConsumer(EventProcessor processor, Collaborations collaborations) {
        this.processor = processor;
        this.handlers = new EventHandlers().on(RequestAnswered.TYPE, RequestAnswered.class, collaborations::open);
    }

    @Incoming("requests")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }
}
