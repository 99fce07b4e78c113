package org.fengong.review.work;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;

/** Keeps every entry of logged work; a change of an estimate comes with its task and is skipped here. */
@ApplicationScoped
class WorkEventsConsumer {
    private final EventProcessor processor;
    private final EntityManager entityManager;
    private final EventHandlers handlers;

    WorkEventsConsumer(EventProcessor processor, EntityManager entityManager) {
        this.processor = processor;
        this.entityManager = entityManager;
        this.handlers = new EventHandlers().on(WorkLogged.TYPE, WorkLogged.class, this::take);
    }

    @Incoming("work")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(WorkLogged work) {
        if (entityManager.find(WorkLog.class, work.workLogId()) == null) {
            entityManager.persist(new WorkLog(work));
        }
    }
}
