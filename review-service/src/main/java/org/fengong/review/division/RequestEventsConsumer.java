package org.fengong.review.division;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class RequestEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final EventHandlers handlers;

    RequestEventsConsumer(EventProcessor processor, Snapshots snapshots) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.handlers = new EventHandlers()
                .on(RequestTold.OPENED, RequestTold.class, told -> take(told, true))
                .on(RequestTold.ANSWERED, RequestTold.class, told -> take(told, false))
                .on(RequestTold.WITHDRAWN, RequestTold.class, told -> take(told, false));
    }

    @Incoming("requests")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(RequestTold told, boolean waits) {
        snapshots.take(RequestSnapshot.class, told.requestId(), RequestSnapshot::new, known -> known.take(told, waits));
    }
}
