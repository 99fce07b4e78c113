package org.fengong.platform;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.MalformedEventException;

/** A consumer as the services have them; counts how often each event took effect. */
@ApplicationScoped
class NoteEventsConsumer {
    record NoteChanged(UUID noteId, int stars, long version) {}

    private final EntityManager entityManager;
    private final EventProcessor processor;
    private final EventHandlers handlers;

    NoteEventsConsumer(EntityManager entityManager, EventProcessor processor) {
        this.entityManager = entityManager;
        this.processor = processor;
        this.handlers = new EventHandlers().on(NoteResource.TYPE, NoteChanged.class, this::copy);
    }

    @Incoming("notes")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void copy(NoteChanged note) {
        if (note.noteId() == null) {
            throw new MalformedEventException("The event names no note");
        }
        entityManager
                .createNativeQuery("insert into note_copy (id, stars, effects) values (:id, :stars, 1)"
                        + " on conflict (id) do update set stars = :stars, effects = note_copy.effects + 1")
                .setParameter("id", note.noteId())
                .setParameter("stars", note.stars())
                .executeUpdate();
    }
}
