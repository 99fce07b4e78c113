package org.fengong.tasks.task;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.fengong.platform.messaging.EventHandlers;
import org.fengong.platform.messaging.EventProcessor;

/** Who stands assigned decides whether a task is OPEN or ASSIGNED. */
@ApplicationScoped
class AssignmentEventsConsumer {
    private static final String ASSIGNED = "fengong.allocation.task-assigned.v1";
    private static final String UNASSIGNED = "fengong.allocation.task-unassigned.v1";

    /** The full list of standing assignments of a task. */
    record TaskAssignments(
            @NotNull UUID taskId,
            @Min(1) long assignmentVersion,
            @NotNull List<@NotNull @Valid Standing> assignments,
            String actor,
            String reason) {
        record Standing(
                @NotNull UUID roleId,
                @NotNull UUID memberId,
                @NotNull String status) {}
    }

    private final EventProcessor processor;
    private final EventHandlers handlers;
    private final TaskRepository tasks;
    private final TaskAnnouncer announcer;

    AssignmentEventsConsumer(EventProcessor processor, TaskRepository tasks, TaskAnnouncer announcer) {
        this.processor = processor;
        this.tasks = tasks;
        this.announcer = announcer;
        this.handlers = new EventHandlers()
                .on(ASSIGNED, TaskAssignments.class, this::take)
                .on(UNASSIGNED, TaskAssignments.class, this::take);
    }

    @Incoming("assignments")
    @Blocking
    void receive(ConsumerRecord<String, byte[]> received) {
        processor.process(received, handlers);
    }

    private void take(TaskAssignments event) {
        tasks.findLocked(event.taskId()).ifPresent(task -> {
            var before = task.status();
            var rolesBefore = task.roles();
            var memberByRole = new HashMap<UUID, UUID>();
            event.assignments().stream()
                    .filter(standing -> "ACTIVE".equals(standing.status()))
                    .forEach(standing -> memberByRole.put(standing.roleId(), standing.memberId()));
            task.assign(event.assignmentVersion(), memberByRole);
            if (before != task.status()) {
                announcer.statusChanged(task, before, event.actor(), event.reason());
            } else if (!rolesBefore.equals(task.roles())) {
                announcer.keep("assigned", task, event.actor(), event.reason());
            }
        });
    }
}
