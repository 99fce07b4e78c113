package org.fengong.review.division;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fengong.review.metric.Facts;

/**
 * All assignments of a task that stand after roles were assigned or released, as allocation-service tells it.
 *
 * @param at when it was so; null in what was told before it was said
 */
record TaskDivided(UUID taskId, UUID teamId, long version, List<Assignment> assignments, Instant at) {
    static final String ASSIGNED = "fengong.allocation.task-assigned.v1";
    static final String UNASSIGNED = "fengong.allocation.task-unassigned.v1";

    record Assignment(UUID assignmentId, UUID roleId, UUID memberId, double fit, List<Facts.WeekMinutes> weeks) {}
}
