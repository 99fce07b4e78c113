package org.fengong.allocation.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/** A request as it is now: the data of the events request-opened, -answered and -withdrawn. */
record RequestChanged(
        UUID requestId,
        UUID taskId,
        UUID teamId,
        UUID departmentId,
        List<UUID> roleIds,
        int minutes,
        LocalDate dueDate,
        RequestStatus status,
        YearWeek startWeek,
        Collaborator collaborator,
        long version,
        String actor,
        String reason,
        Instant openedAt,
        Instant endedAt) {
    static String type(RequestStatus status) {
        return switch (status) {
            case OPEN -> "fengong.allocation.request-opened.v1";
            case ACCEPTED, DECLINED -> "fengong.allocation.request-answered.v1";
            case WITHDRAWN -> "fengong.allocation.request-withdrawn.v1";
        };
    }

    static RequestChanged of(DepartmentRequest request) {
        return new RequestChanged(
                request.id(),
                request.taskId(),
                request.teamId(),
                request.departmentId(),
                request.roleIds(),
                request.minutes(),
                request.dueDate(),
                request.status(),
                request.startWeek(),
                request.collaborator(),
                request.version(),
                request.actor(),
                request.reason(),
                request.openedAt(),
                request.endedAt());
    }
}
