package org.fengong.allocation.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.fengong.platform.http.Versioned;
import org.threeten.extra.YearWeek;

/**
 * A request to another department.
 *
 * @param roleIds the roles of the task that are for the department
 * @param minutes Σ effort of these
 * @param startWeek the week in which the department can begin, by its answer
 * @param plannedWeeks the weeks in which the roles are planned now; none when nobody has one
 * @param collaborator whom it lends to the team, by its answer
 * @param actor who answered
 * @param reason why it was declined, or the words that came with the answer
 */
record RequestResponse(
        UUID id,
        UUID taskId,
        UUID teamId,
        UUID departmentId,
        List<UUID> roleIds,
        int minutes,
        LocalDate dueDate,
        RequestStatus status,
        Instant openedAt,
        @Schema(nullable = true) YearWeek startWeek,
        List<YearWeek> plannedWeeks,
        @Schema(nullable = true) Collaborator collaborator,
        @Schema(nullable = true) String actor,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) Instant endedAt,
        long version)
        implements Versioned {
    static RequestResponse of(DepartmentRequest request, List<YearWeek> plannedWeeks) {
        return new RequestResponse(
                request.id(),
                request.taskId(),
                request.teamId(),
                request.departmentId(),
                request.roleIds(),
                request.minutes(),
                request.dueDate(),
                request.status(),
                request.openedAt(),
                request.startWeek(),
                plannedWeeks,
                request.collaborator(),
                request.actor(),
                request.reason(),
                request.endedAt(),
                request.version());
    }
}
