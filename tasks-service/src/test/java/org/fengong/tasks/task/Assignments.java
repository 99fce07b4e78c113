package org.fengong.tasks.task;

import static org.fengong.tasks.Company.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.fengong.platform.testing.ReceivedEvent;
import org.fengong.tasks.Company;
import org.fengong.tasks.Company.Team;
import org.fengong.tasks.Company.Thing;

/** Tells of assignments as allocation-service does, and brings tasks into each status. */
final class Assignments {
    static final String ASSIGNED = "fengong.allocation.task-assigned.v1";
    static final String UNASSIGNED = "fengong.allocation.task-unassigned.v1";

    /** Rises with every event, as the version of each task's assignments does. */
    private static final AtomicLong VERSION = new AtomicLong();

    private Assignments() {}

    /** @param memberByRole everybody who stands assigned; empty when nobody does */
    static void stand(UUID taskId, Map<UUID, UUID> memberByRole) {
        Arc.container()
                .instance(AssignmentEventsConsumer.class)
                .get()
                .receive(ReceivedEvent.of(
                        memberByRole.isEmpty() ? UNASSIGNED : ASSIGNED,
                        event(taskId, VERSION.incrementAndGet(), memberByRole)));
    }

    static ObjectNode event(UUID taskId, long version, Map<UUID, UUID> memberByRole) {
        var event = object("{\"taskId\": \"%s\", \"assignmentVersion\": %d, \"reason\": \"plan-published\"}"
                .formatted(taskId, version));
        var standing = event.putArray("assignments");
        memberByRole.forEach((roleId, memberId) -> standing.addObject()
                .put("roleId", roleId.toString())
                .put("memberId", memberId.toString())
                .put("status", "ACTIVE"));
        return event;
    }

    /** The task with the team's member in its first role and the colleague in the second. */
    static Thing assigned(Team team, Thing task) {
        stand(task.id(), Map.of(task.roleId(0), team.memberId(), task.roleId(1), team.colleagueId()));
        return Company.readTask(task);
    }

    /** A task of two roles that has come to this status the usual way; what is completed waits for its owner. */
    static Thing taskIn(TaskStatus status, Team team) {
        var task = Company.task(
                team,
                switch (status) {
                    case DRAFT -> "{\"draft\": true}";
                    case COMPLETED -> "{\"ownerId\": \"%s\"}".formatted(team.memberId());
                    default -> "{}";
                });
        switch (status) {
            case DRAFT, OPEN -> {}
            case ASSIGNED -> assigned(team, task);
            case IN_PROGRESS -> {
                assigned(team, task);
                command(
                        team,
                        task,
                        "work-logs",
                        "{\"roleId\": \"%s\", \"date\": \"2026-01-05\", \"minutes\": 30}".formatted(task.roleId(0)),
                        201);
            }
            case COMPLETED -> command(team, task, "complete", "", 200);
            case CANCELLED -> command(team, task, "cancel", "{\"reason\": \"Called off.\"}", 200);
        }
        var read = Company.readTask(task);
        read.answer().then().body("status", org.hamcrest.Matchers.equalTo(status.name()));
        return read;
    }

    private static void command(Team team, Thing task, String command, String body, int expected) {
        Company.lead(team)
                .body(body)
                .post(Company.TASKS + "/" + task.id() + "/" + command)
                .then()
                .statusCode(expected);
    }
}
