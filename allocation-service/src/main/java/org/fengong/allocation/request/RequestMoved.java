package org.fengong.allocation.request;

import java.util.List;
import java.util.UUID;
import org.fengong.allocation.assignment.AssignmentsChanged;
import org.threeten.extra.YearWeek;

/**
 * What a department is asked for is planned in other weeks than before: the data of the event request-moved.
 *
 * @param previousWeeks none when nobody had it
 * @param weeks none when nobody has it any more
 * @param reason as that of {@link AssignmentsChanged}
 */
record RequestMoved(
        UUID requestId,
        UUID taskId,
        UUID teamId,
        UUID departmentId,
        List<UUID> roleIds,
        RequestStatus status,
        List<YearWeek> previousWeeks,
        List<YearWeek> weeks,
        UUID planId,
        long version,
        String actor,
        String reason) {
    static final String TYPE = "fengong.allocation.request-moved.v1";

    static RequestMoved of(
            DepartmentRequest request, List<YearWeek> before, List<YearWeek> now, AssignmentsChanged changed) {
        return new RequestMoved(
                request.id(),
                request.taskId(),
                request.teamId(),
                request.departmentId(),
                request.roleIds(),
                request.status(),
                before,
                now,
                changed.planId(),
                request.version(),
                changed.actor(),
                changed.reason());
    }
}
