package org.fengong.review.work;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class TaskEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final EntityManager entityManager;
    private final Clock clock;
    private final EventHandlers handlers = new EventHandlers();

    TaskEventsConsumer(EventProcessor processor, Snapshots snapshots, EntityManager entityManager, Clock clock) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.entityManager = entityManager;
        this.clock = clock;
        TaskState.TYPES.forEach(type -> handlers.on(type, TaskState.class, this::take));
    }

    @Incoming("tasks")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(TaskState task) {
        snapshots.take(TaskSnapshot.class, task.taskId(), TaskSnapshot::new, known -> known.take(task));
        if (task.previousStatus() != null) {
            rememberStatusChange(task);
        }
    }

    private void rememberStatusChange(TaskState task) {
        entityManager
                .createNativeQuery(
                        "insert into task_status_change (task_id, version, previous_status, status, received_at)"
                                + " values (:task, :version, :previous, :status, :now) on conflict do nothing")
                .setParameter("task", task.taskId())
                .setParameter("version", task.version())
                .setParameter("previous", task.previousStatus())
                .setParameter("status", task.status())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
