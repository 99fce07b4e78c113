package org.fengong.review.division;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;

@ApplicationScoped
class LoadEventsConsumer {
    private final EventProcessor processor;
    private final EntityManager entityManager;
    private final EventHandlers handlers;

    LoadEventsConsumer(EventProcessor processor, EntityManager entityManager) {
        this.processor = processor;
        this.entityManager = entityManager;
        this.handlers = new EventHandlers()
                .on(LoadChanged.TYPE, LoadChanged.class, this::take)
                .on(OverloadTold.DETECTED, OverloadTold.class, told -> take(told, false))
                .on(OverloadTold.RESOLVED, OverloadTold.class, told -> take(told, true));
    }

    @Incoming("loads")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(LoadChanged load) {
        for (var week : load.weeks()) {
            entityManager
                    .createNativeQuery(
                            "insert into member_week as known (member_id, week, load_minutes, capacity_minutes, version)"
                                    + " values (:member, :week, :load, :capacity, :version)"
                                    + " on conflict (member_id, week) do update set load_minutes = excluded.load_minutes,"
                                    + " capacity_minutes = excluded.capacity_minutes, version = excluded.version"
                                    + " where known.version < excluded.version")
                    .setParameter("member", load.memberId())
                    .setParameter("week", week.week().toString())
                    .setParameter("load", week.loadMinutes())
                    .setParameter("capacity", week.capacityMinutes())
                    .setParameter("version", load.version())
                    .executeUpdate();
        }
    }

    private void take(OverloadTold overload, boolean resolved) {
        entityManager
                .createNativeQuery("insert into overload as known (member_id, week, task_ids, resolved, version)"
                        + " values (:member, :week, :tasks, :resolved, :version)"
                        + " on conflict (member_id, week) do update set task_ids = excluded.task_ids,"
                        + " resolved = excluded.resolved, version = excluded.version"
                        + " where known.version < excluded.version")
                .setParameter("member", overload.memberId())
                .setParameter("week", overload.week().toString())
                .setParameter(
                        "tasks",
                        overload.taskIds() == null
                                ? new UUID[0]
                                : overload.taskIds().toArray(UUID[]::new))
                .setParameter("resolved", resolved)
                .setParameter("version", overload.version())
                .executeUpdate();
    }
}
