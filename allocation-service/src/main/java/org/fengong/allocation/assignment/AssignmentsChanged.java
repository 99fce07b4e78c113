package org.fengong.allocation.assignment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who has roles of these tasks, or when, is other than before; told in the transaction of the change. The end of a role
 * that is done is no such change.
 *
 * @param planId null when it was no plan
 * @param actor null when nobody decided
 * @param reason {@code plan-published}, {@code overridden}, {@code offer-accepted}, {@code offer-declined},
 *     {@code offer-expired}, {@code task-cancelled}, {@code member-left} or {@code estimate-changed}
 */
public record AssignmentsChanged(List<Task> tasks, UUID planId, String actor, String reason) {
    /**
     * What has become of one task.
     *
     * @param before assignments that were changed, as they stood
     * @param after those that are new or changed, as they stand
     * @param unchanged all others that stand
     */
    public record Task(
            UUID taskId,
            UUID teamId,
            List<AssignmentResponse> before,
            List<AssignmentResponse> after,
            List<AssignmentResponse> unchanged) {
        /** All that stood. */
        public List<AssignmentResponse> stood() {
            return Stream.concat(before.stream(), unchanged.stream()).toList();
        }

        /** All that stand. */
        public List<AssignmentResponse> stand() {
            return Stream.concat(after.stream(), unchanged.stream()).toList();
        }
    }
}
