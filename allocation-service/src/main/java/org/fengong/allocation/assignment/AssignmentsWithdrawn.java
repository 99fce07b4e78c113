package org.fengong.allocation.assignment;

import java.util.Set;
import java.util.UUID;

/**
 * Assignments that their members had not answered to are not theirs to answer any more.
 *
 * @param actor null when nobody decided
 * @param reason the rule that took them away, such as {@code replanned}
 */
public record AssignmentsWithdrawn(Set<UUID> assignmentIds, String actor, String reason) {}
