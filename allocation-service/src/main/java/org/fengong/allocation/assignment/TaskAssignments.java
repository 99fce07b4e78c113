package org.fengong.allocation.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.threeten.extra.YearWeek;

/**
 * All standing assignments of a task after a change: the data of task-assigned and task-unassigned.
 *
 * @param at when it was so
 * @param previous who had which role before
 */
record TaskAssignments(
        UUID taskId,
        UUID teamId,
        long assignmentVersion,
        long version,
        Instant at,
        UUID planId,
        List<Item> assignments,
        List<Holder> previous,
        String actor,
        String reason) {
    static final String ASSIGNED = "fengong.allocation.task-assigned.v1";
    static final String UNASSIGNED = "fengong.allocation.task-unassigned.v1";

    record Item(
            UUID assignmentId,
            UUID roleId,
            UUID memberId,
            AssignmentStatus status,
            String origin,
            YearWeek startWeek,
            List<WeekMinutes> weeks,
            double fit) {
        static Item of(Assignment a) {
            return new Item(
                    a.id(), a.roleId(), a.memberId(), a.status(), a.origin(), a.startWeek(), a.standing(), a.fit());
        }
    }

    record Holder(UUID roleId, UUID memberId) {}
}
