package org.fengong.platform.messaging;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Remembers which events took effect, in the transaction of the effect. */
@ApplicationScoped
class Inbox {
    private final EntityManager entityManager;

    Inbox(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** False when the event took effect before. */
    boolean isNew(String eventId) {
        return entityManager
                        .createNativeQuery("insert into inbox (event_id) values (:id) on conflict do nothing")
                        .setParameter("id", eventId)
                        .executeUpdate()
                == 1;
    }

    /** Kafka repeats what was not committed, minutes old, not weeks; older versions change nothing anyway. */
    @Scheduled(every = "6h", delayed = "20m", identity = "forget-inbox")
    @Transactional
    void forgetOld() {
        entityManager
                .createNativeQuery("delete from inbox where received_at < now() - interval '30 days'")
                .executeUpdate();
    }
}
