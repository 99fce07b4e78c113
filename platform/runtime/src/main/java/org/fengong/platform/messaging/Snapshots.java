package org.fengong.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Copies of other services' things, one row each, written by the events that tell of them. */
@ApplicationScoped
public class Snapshots {
    private final EntityManager entityManager;

    Snapshots(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Puts what an event tells into the row of its thing, a new one when there is none. The row is locked until the
     * transaction ends: a consumer that lost its partition and does not know it yet must not overwrite what the next one
     * has stored.
     *
     * @throws MalformedEventException when the event names nothing
     */
    public <T> void take(Class<T> type, UUID id, Function<UUID, T> create, Consumer<T> effect) {
        if (id == null) {
            throw new MalformedEventException("The event has no id for a " + type.getSimpleName());
        }
        var known = entityManager.find(type, id, LockModeType.PESSIMISTIC_WRITE);
        var snapshot = known == null ? create.apply(id) : known;
        effect.accept(snapshot);
        if (known == null) {
            entityManager.persist(snapshot);
        }
    }
}
