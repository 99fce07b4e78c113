package org.fengong.allocation.snapshot;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;
import org.fengong.platform.messaging.Snapshots;

@ApplicationScoped
class TaskEventsConsumer {
    private final EventProcessor processor;
    private final Snapshots snapshots;
    private final Event<TaskTold> told;
    private final EventHandlers handlers = new EventHandlers();

    TaskEventsConsumer(
            EventProcessor processor, Snapshots snapshots, Event<TaskTold> told, Event<CommentTold> comments) {
        this.processor = processor;
        this.snapshots = snapshots;
        this.told = told;
        List.of(
                        "fengong.tasks.task-created.v1",
                        "fengong.tasks.task-changed.v1",
                        "fengong.tasks.task-status-changed.v1",
                        "fengong.tasks.task-completed.v1",
                        "fengong.tasks.task-cancelled.v1")
                .forEach(type -> handlers.on(type, TaskState.class, this::take));
        handlers.on("fengong.tasks.comment-added.v1", CommentTold.class, comments::fire);
    }

    @Incoming("tasks")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(TaskState task) {
        snapshots.take(TaskSnapshot.class, task.taskId(), TaskSnapshot::new, known -> {
            var before = known.state();
            known.take(task);
            if (known.state() == task) {
                told.fire(new TaskTold(task, before));
            }
        });
    }
}
