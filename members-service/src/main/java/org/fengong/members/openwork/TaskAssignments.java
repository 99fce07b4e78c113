package org.fengong.members.openwork;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** The full list of standing assignments of a task, as allocation-service tells it. */
record TaskAssignments(
        @NotNull UUID taskId,
        @Min(1) long assignmentVersion,
        @NotNull List<@NotNull @Valid Standing> assignments) {
    static final String ASSIGNED = "fengong.allocation.task-assigned.v1";
    static final String UNASSIGNED = "fengong.allocation.task-unassigned.v1";

    record Standing(
            @NotNull UUID assignmentId,
            @NotNull UUID roleId,
            @NotNull UUID memberId,
            @NotNull List<@NotNull @Valid PlannedWeek> weeks) {}
}
