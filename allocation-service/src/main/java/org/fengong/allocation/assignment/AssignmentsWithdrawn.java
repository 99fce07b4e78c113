package org.fengong.allocation.assignment;

import java.util.Set;
import java.util.UUID;

/**
 * Assignments that their members had not answered to are not theirs to answer any more.
 *
 * @param actor null when nobody decided
 */
public record AssignmentsWithdrawn(Set<UUID> assignmentIds, String actor) {}
