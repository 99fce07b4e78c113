package org.fengong.allocation.request;

import java.util.Collection;
import java.util.List;
import org.fengong.allocation.assignment.AssignmentResponse;
import org.fengong.allocation.assignment.WeekMinutes;
import org.threeten.extra.YearWeek;

/** When what a request asks for is planned. */
final class PlannedWeeks {
    private PlannedWeeks() {}

    /**
     * The weeks in order; none when nobody has one of the roles.
     *
     * @param standing assignments that stand, of this task or others
     */
    static List<YearWeek> of(DepartmentRequest request, Collection<AssignmentResponse> standing) {
        return standing.stream()
                .filter(a -> request.roleIds().contains(a.roleId()))
                .flatMap(a -> a.weeks().stream())
                .map(WeekMinutes::week)
                .distinct()
                .sorted()
                .toList();
    }
}
