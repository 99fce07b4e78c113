package org.fengong.allocation.request;

import java.util.List;
import java.util.UUID;

/**
 * How much of a team's open work is for other departments, and how much of it they do.
 *
 * @param openMinutes Σ effort of the roles of open tasks that are not completed
 * @param crossDepartmentMinutes those of them that name another department
 * @param crossDepartmentShare crossDepartmentMinutes ÷ openMinutes, 0–1; 0 without open work
 * @param assignedMinutes Σ minutes of the assignments that stand
 * @param assignedElsewhereMinutes those of them whose member belongs to another department
 * @param assignedElsewhereShare assignedElsewhereMinutes ÷ assignedMinutes, 0–1; 0 without an assignment
 */
record CrossDepartmentResponse(
        UUID teamId,
        long openMinutes,
        long crossDepartmentMinutes,
        double crossDepartmentShare,
        long assignedMinutes,
        long assignedElsewhereMinutes,
        double assignedElsewhereShare,
        List<OfDepartment> departments) {
    /** Minutes of the requests to one department by how they stand. */
    record OfDepartment(UUID departmentId, long openMinutes, long acceptedMinutes, long declinedMinutes) {}
}
